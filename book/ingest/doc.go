// Package ingest makes chapters of published articles.
//
// In: the bytes of a file: plain text, a mail, a saved web page, a document
// of Word or LibreOffice, a feed, the export of a whole site, or Markdown with the front matter of another tool. Out: for each article a
// [Result]: the chapter and its file, the pictures that go with it, what was
// guessed, and what the editor has to look at.
//
//	bytes --charset--> text --text, web, feed, export, dialect--> draft.Article --parts--> book.Chapter --> Markdown
//	MIME --mhtml--> text or page, and its pictures; of a mail --letter--> what is its article
//	zip -----------------------docx, odt, ebook---------^
//
// Readers of formats know nothing of bylines, and the recogniser of parts nothing
// of formats: between them stands package draft.
//
// What an author wrote in Markdown is copied byte for byte where nothing had to be changed
// (verbatim.go): the model decides what is said, and the text of the author how it is written.
//
// Invariant: nothing is fetched, and no file is read but through [Options.Open].
//
// Invariant: any bytes give chapters or an error, never a panic, within bounds on
// size, nesting and number.
package ingest
