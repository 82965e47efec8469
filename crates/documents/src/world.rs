//! All that the typesetter can see: one source, one file of data, the fonts.

use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

/// A template and its data, and nothing else of this machine.
#[derive(Debug)]
pub(crate) struct DocumentWorld {
    source: Source,
    data: Bytes,
    data_id: Option<FileId>,
}

impl DocumentWorld {
    /// A world of this template text and this JSON, which the template reads as `/data.json`.
    pub(crate) fn new(template: String, data: Vec<u8>) -> Self {
        let data_id =
            VirtualPath::new("data.json").ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern());
        let source = match VirtualPath::new("document.typ") {
            Ok(path) => Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), template),
            Err(_) => Source::detached(template),
        };
        Self { source, data: Bytes::new(data), data_id }
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() {
            Ok(self.source.clone())
        } else {
            Err(FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash())))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    /// No clock: the date of a document is data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
