//! Text on lines of its own.

use crate::document::{
    Alert, Block, BlockKind, Definition, Inline, Item, LeadIn, List, Paragraph, Role,
};

use crate::select::{list_direction, paragraph_direction};

use super::text::Text;
use super::xml::Xml;

impl Text<'_> {
    /// Blocks in a row.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(&block.kind);
        }
    }

    /// Blocks in a row, the first with something in front on the same line.
    pub(super) fn blocks_after(
        &mut self,
        front: impl FnOnce(&mut Self),
        blocks: &[Block],
    ) {
        if let Some((paragraph, others)) = first_paragraph(blocks) {
            self.paragraph(front, paragraph);
            self.blocks(others);
        } else {
            self.element("p", &[], front);
            self.blocks(blocks);
        }
    }

    fn block(&mut self, block: &BlockKind) {
        match block {
            BlockKind::Paragraph(paragraph) => {
                if paragraph.lead.is_some() || !paragraph.content.is_empty() {
                    self.paragraph(|_| {}, paragraph);
                }
            }
            BlockKind::Heading { level, id, content } => {
                self.heading(*level, id, content);
            }
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Code { language, text } => self.code(language.as_deref(), text),
            BlockKind::Quote { alert: None, blocks } => {
                self.element("blockquote", &[], |text| text.blocks(blocks));
            }
            BlockKind::Quote { alert: Some(alert), blocks } => self.alert(*alert, blocks),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Rule => self.empty("hr", &[]),
        }
        self.markup().line();
    }

    fn paragraph(&mut self, front: impl FnOnce(&mut Self), paragraph: &Paragraph) {
        let role = paragraph.lead.as_ref().map_or(Role::Plain, |lead| lead.role);
        let is_label = paragraph.lead.is_some() && paragraph.content.is_empty();
        let class = [role_class(role), if is_label { "label" } else { "" }].join(" ");
        let class = class.trim();
        let attributes = [("class", class)];
        let attributes =
            if class.is_empty() { &attributes[..0] } else { &attributes[..] };
        let direction = paragraph_direction(paragraph);
        self.directed("p", attributes, direction, |text| {
            front(text);
            text.line_of_thought(paragraph);
        });
    }

    /// A paragraph's text without a paragraph around it.
    fn line_of_thought(&mut self, paragraph: &Paragraph) {
        if let Some(lead) = &paragraph.lead {
            self.lead(lead);
        }
        self.inlines(&paragraph.content);
    }

    /// A colon belongs to the words it follows; a dash stands between them and the text.
    fn lead(&mut self, lead: &LeadIn) {
        let is_dash = lead.separator.starts_with(['-', '–', '—']);
        let class = ["lead", role_class(lead.role)].join(" ");
        self.element("b", &[("class", class.trim_end())], |text| {
            text.inlines(&lead.text);
            if !is_dash {
                text.text(&lead.separator);
            }
        });
        if is_dash {
            self.text(" ");
            self.text(&lead.separator);
        }
        self.text(" ");
    }

    fn heading(&mut self, level: u8, id: &str, content: &[Inline]) {
        let name = format!("h{}", self.headings.rank(level));
        let id = self.claim(id);
        let attributes = [("id", id.as_deref().unwrap_or_default())];
        let attributes = if id.is_some() { &attributes[..] } else { &attributes[..0] };
        self.element(&name, attributes, |text| text.inlines(content));
    }

    fn list(&mut self, list: &List) {
        if list.items.is_empty() {
            return;
        }
        let start = list.start.unwrap_or(1).min(999_999_999).to_string();
        let has_tasks = list.items.iter().any(|item| item.task.is_some());
        let mut attributes = Vec::new();
        if has_tasks {
            attributes.push(("class", "tasks"));
        }
        if start != "1" {
            attributes.push(("start", start.as_str()));
        }
        let name = if list.start.is_some() { "ol" } else { "ul" };
        self.directed(name, &attributes, list_direction(list), |text| {
            for item in &list.items {
                text.element("li", &[], |text| text.item(item, list.tight));
                text.markup().line();
            }
        });
    }

    fn item(&mut self, item: &Item, tight: bool) {
        match item.task {
            Some(done) if tight => {
                self.task(done);
                self.snug(&item.blocks);
            }
            Some(done) => self.blocks_after(|text| text.task(done), &item.blocks),
            None if tight => self.snug(&item.blocks),
            None => self.blocks(&item.blocks),
        }
    }

    /// Blocks whose first paragraph needs no space of its own.
    fn snug(&mut self, blocks: &[Block]) {
        if let Some((paragraph, others)) = first_paragraph(blocks) {
            self.line_of_thought(paragraph);
            self.blocks(others);
        } else {
            self.blocks(blocks);
        }
    }

    /// A box as a character: form controls are missing on many readers, and this one
    /// cannot be ticked anyway.
    fn task(&mut self, done: bool) {
        let words = self.book.words;
        let (sign, label) =
            if done { ("☑", words.book.done) } else { ("☐", words.book.to_do) };
        let attributes =
            [("class", "added task"), ("role", "img"), ("aria-label", label)];
        self.leaf("span", &attributes, sign);
        self.text(" ");
    }

    /// Code runs from left to right in every language and is not translated.
    fn code(&mut self, language: Option<&str>, code: &str) {
        let name = language.map(|language| format!("language-{}", token(language)));
        let class = [("class", name.as_deref().unwrap_or_default())];
        let class = if name.is_some() { &class[..] } else { &class[..0] };
        self.markup().facts.codes += 1;
        self.element("pre", &[("dir", "ltr"), ("translate", "no")], |text| {
            text.element("code", class, |text| text.program_text(language, code));
        });
    }

    fn alert(&mut self, alert: Alert, blocks: &[Block]) {
        let label = alert.name(&self.book.document.meta.language);
        let class = if alert.is_grave() { "alert grave" } else { "alert" };
        let attributes = [("class", class), ("role", "note"), ("aria-label", label)];
        self.element("div", &attributes, |text| {
            let attributes = text.book.own(&[("class", "added label")]);
            text.leaf("p", &attributes, label);
            text.blocks(blocks);
        });
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        if definitions.is_empty() {
            return;
        }
        self.element("dl", &[], |text| {
            for definition in definitions {
                text.element("dt", &[], |text| text.inlines(&definition.term));
                // A term without a meaning is not valid HTML.
                if definition.meanings.is_empty() {
                    text.leaf("dd", &[], "");
                }
                for meaning in &definition.meanings {
                    text.element("dd", &[], |text| text.snug(meaning));
                }
                text.markup().line();
            }
        });
    }
}

fn first_paragraph(blocks: &[Block]) -> Option<(&Paragraph, &[Block])> {
    match blocks.split_first()? {
        (Block { kind: BlockKind::Paragraph(paragraph), .. }, others) => {
            Some((paragraph, others))
        }
        _ => None,
    }
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Key => "key",
        Role::Example => "example",
        Role::Tip => "tip",
        Role::Impact => "impact",
        Role::Note => "note",
        Role::Plain => "",
    }
}

fn token(language: &str) -> String {
    let lower = language.to_lowercase();
    lower.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
