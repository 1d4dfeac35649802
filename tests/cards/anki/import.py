"""Imports text files into a collection of Anki's and prints what is in it as JSON.

usage: import.py COLLECTION STEP...

A step is `import:FILE`, or `review:GUID`, which answers the note's card as a learner would.
"""

import json
import sys

from anki.collection import Collection, ImportCsvRequest


def import_file(collection, path):
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    return {"new": len(log.new), "updated": len(log.updated), "found": log.found_notes}


def card_of(collection, guid):
    note = collection.db.scalar("select id from notes where guid = ?", guid)
    return collection.get_note(note).cards()[0]


def review(collection, guid):
    card = card_of(collection, guid)
    collection.sched.set_due_date([card.id], "17!")


def state(collection):
    notes = []
    for (note_id,) in collection.db.execute("select id from notes order by id").__iter__():
        note = collection.get_note(note_id)
        cards = note.cards()
        card = cards[0]
        notes.append(
            {
                "guid": note.guid,
                "type": note.note_type()["name"],
                "front": note["Front"],
                "back": note["Back"],
                "tags": sorted(note.tags),
                "deck": collection.decks.name(card.did),
                "cards": len(cards),
                "interval": card.ivl,
                "due": card.due,
                "queue": card.queue,
            }
        )
    return notes


collection = Collection(sys.argv[1])
logs = []
for step in sys.argv[2:]:
    kind, value = step.split(":", 1)
    if kind == "import":
        logs.append(import_file(collection, value))
    else:
        review(collection, value)
print(json.dumps({"logs": logs, "notes": state(collection)}))
collection.close()
