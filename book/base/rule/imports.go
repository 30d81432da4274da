package rule

// What an import says of an article: what it guessed, left out or could not do. No
// manuscript breaks these, so that they are neither listed nor set.
var (
	ImportFault       = Rule{"import", imports, Error, "an article has to be a file that can be read", "a Word document cut short"}
	ImportAttachment  = Rule{"import-attachment", imports, Warning, "a mail has one text, and its pictures", "a PDF attached to a mail"}
	ImportBox         = Rule{"import-box", imports, Warning, "a text box floats on its page, and has no place in the text", "a fact box of a Word document"}
	ImportCaption     = Rule{"import-caption", imports, Warning, "a paste brings captions without their pictures", "Photo: VCG, on a line of its own"}
	ImportChanges     = Rule{"import-changes", imports, Warning, "a text with tracked changes is not settled", "an insertion that nobody accepted"}
	ImportConflict    = Rule{"import-conflict", imports, Error, "only an editor knows which of two corrections is right", "the chapter says noon, the source now one o'clock"}
	ImportContents    = Rule{"import-contents", imports, Warning, "the numbers of a table of contents are of other pages", "Contents, with page numbers"}
	ImportEmbed       = Rule{"import-embed", imports, Warning, "what another program draws is not in the file", "a video, or a chart of Word"}
	ImportEncoding    = Rule{"import-encoding", imports, Warning, "text in another encoding than UTF-8 was converted by a guess", "a page in GB18030"}
	ImportFormula     = Rule{"import-formula", imports, Warning, "a formula of Word has no TeX", "a term that is struck out in an equation of a .docx"}
	ImportFirst       = Rule{"import-first", imports, Warning, "a book has no use for the chapter that shows how one looks", "01-first.md, as octavo new wrote it"}
	ImportFrontMatter = Rule{"import-front-matter", imports, Warning, "what the front matter says is lost when it cannot be read", "title: Tides: a history"}
	ImportFurniture   = Rule{"import-furniture", imports, Warning, "a page has more than its article", "a box of links to other articles"}
	ImportKeys        = Rule{"import-keys", imports, Warning, "a chapter has no place for some keys of other tools", "tags: [tides, quays]"}
	ImportLanguage    = Rule{"import-language", imports, Warning, "hyphenation, fonts and voices go by the language", "a text of five words"}
	ImportLeftOut     = Rule{"import-left-out", imports, Warning, "an export has more than the articles of a site", "drafts, menus and attachments"}
	ImportShortcode   = Rule{"import-shortcode", imports, Warning, "what a plug-in draws is not in the file", "[contact-form-7 id=\"4\"]"}
	ImportTitle       = Rule{"import-title", imports, Warning, "a chapter has a title by which it is found", "a note of a feed without a title"}
	ImportSummary     = Rule{"import-summary", imports, Warning, "a feed may hold the beginning of an article only", "a description that ends in […]"}
	ImportDeadLink    = Rule{"import-dead-link", imports, Warning, "a chapter has another name than the file that it was", "[Tides](tides.html), which is not imported"}
	ImportLinks       = Rule{"import-links", imports, Warning, "links to other pages are no part of the article", "Read more, with a list of links"}
	ImportList        = Rule{"import-list", imports, Warning, "a book counts in figures, letters and Roman numerals", "a list with Chinese numerals"}
	ImportName        = Rule{"import-name", imports, Warning, "no file of an earlier import is written over unasked", "two articles of one title"}
	ImportOrder       = Rule{"import-order", imports, Warning, "an order by dates has no place for what has none", "an article without a date, with --sort date"}
	ImportPicture     = Rule{"import-picture", imports, Warning, "a picture that is not in the file has to be brought", "<img src=\"https://example.org/quay.jpg\">"}
	ImportRemark      = Rule{"import-remark", imports, Warning, "a remark on the text is not for its readers", "a comment in the margin"}
	ImportUpdate      = Rule{"import-update", imports, Warning, "what an editor wrote stays, and what the source says beside it is told", "a date that both changed"}
	ImportSign        = Rule{"import-sign", imports, Warning, "the signs of some fonts have no characters", "a bullet of a font of bullets"}
)

// imports is the group of these rules.
const imports = "import"
