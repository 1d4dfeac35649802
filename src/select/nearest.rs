//! The names most like one that is not there.

/// The `count` most similar of `names` to `wanted`, best first; case does not matter.
///
/// A name that holds the wanted one counts as similar, however much longer it is: people
/// type `agile` for `agile-scrum-jira`. Names with nothing in common
/// with the wanted one are left out, unless no name has.
pub(crate) fn nearest<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    count: usize,
) -> Vec<&'a str> {
    let wanted = wanted.to_lowercase();
    let mut scored: Vec<_> = names
        .into_iter()
        .map(|name| (score(&wanted, &name.to_lowercase()), name))
        .collect();
    // A stable sort: equally similar names stay in the order of the guide.
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let alike = scored.iter().take_while(|(score, _)| *score >= ALIKE).count().max(1);
    scored.into_iter().take(alike.min(count)).map(|(_, name)| name).collect()
}

/// From this similarity on, one name may be a slip for the other: no more than half of
/// the letters differ.
const ALIKE: f64 = 0.5;

fn score(wanted: &str, name: &str) -> f64 {
    if !wanted.is_empty() && name.contains(wanted) {
        return 1.0;
    }
    strsim::normalized_damerau_levenshtein(wanted, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_parts_are_found_and_strangers_left_out() {
        let names = ["basics", "agile-scrum-jira", "pipelines"];
        assert_eq!(nearest("pipelnies", names, 3), ["pipelines"]);
        assert_eq!(nearest("Agile", names, 3), ["agile-scrum-jira"]);
        assert_eq!(nearest("zzzz", names, 3).len(), 1);
        assert!(nearest("x", [], 3).is_empty());
    }
}
