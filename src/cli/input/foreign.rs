//! Files that are no Markdown by the endings of their names: what becomes of them, or what to do
//! with them first.

use std::path::Path;

use crate::diagnostic::{Cause, Diagnostic, DiagnosticKind, Error, Result};
use crate::parse;
use crate::source::Source;

/// A file as the Markdown that it comes to.
pub(crate) struct Converted {
    pub text: String,
    /// What could not be told in Markdown.
    pub said: Option<Diagnostic>,
}

/// The Markdown that `bytes` of a file come to; nothing where it is taken for Markdown as it is.
///
/// # Errors
/// That the file is not what its name says, or is of a form that is not read.
pub(crate) fn converted(path: &Path, bytes: &[u8]) -> Result<Option<Converted>> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match &*ending {
        "ipynb" => notebook(path, bytes).map(Some),
        "csv" | "tsv" => values(path, bytes).map(Some),
        "org" => Err(other(path, "Org", "org")),
        "rst" => Err(other(path, "reStructuredText", "rst")),
        "adoc" | "asciidoc" => Err(other(path, "AsciiDoc", "asciidoc")),
        "tex" => Err(other(path, "LaTeX", "latex")),
        "docx" => Err(other(path, "Word’s form", "docx")),
        "odt" => Err(other(path, "OpenDocument", "odt")),
        _ => Ok(None),
    }
}

fn notebook(path: &Path, bytes: &[u8]) -> Result<Converted> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let notebook = parse::notebook(bytes).map_err(|error| Error::Read {
        path: path.to_owned(),
        reason: Cause::new(format!("it is no notebook of form 4: {error}"), error),
        hint: Some(
            "`jupyter nbconvert --to notebook --nbformat 4` makes one of it".into(),
        ),
    })?;
    let says = match notebook.left_out {
        0 => None,
        1 => Some("an output of the notebook that is no text is left out".to_owned()),
        count => {
            Some(format!("{count} outputs of the notebook that are no text are left out"))
        }
    };
    let said = says.map(|says| {
        Diagnostic::warning(DiagnosticKind::LeftOut, says)
            .hint("save pictures as files, and name them in a cell of text")
    });
    Ok(Converted { text: notebook.text, said })
}

fn values(path: &Path, bytes: &[u8]) -> Result<Converted> {
    let source = Source::from_bytes(path.display().to_string(), bytes)?;
    let text = parse::values(source.text()).ok_or_else(|| Error::Read {
        path: path.to_owned(),
        reason: "it has no rows of two columns".into(),
        hint: Some("a row is a card: its front, a comma or tab, its back".into()),
    })?;
    Ok(Converted { text, said: None })
}

/// What is written in another form than Markdown, which `pandoc` knows by this name.
fn other(path: &Path, form: &str, name: &str) -> Error {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let made = Path::new(&file).with_extension("md").display().to_string();
    Error::Read {
        path: path.to_owned(),
        reason: format!("it is written in {form}, not in Markdown").into(),
        hint: Some(
            format!("`pandoc -f {name} -t gfm {file} -o {made}` makes Markdown of it")
                .into(),
        ),
    }
}
