package look

import "octavo/book/typeset/theme"

// dresses say what the styles dress. Where two selectors match an element, the later one
// is the more particular. Breaks and paragraphs have functions of their own.
var dresses = []dress{
	{style: theme.Heading2, text: "h2", box: "h2"},
	{style: theme.Heading3, text: "h3", box: "h3"},
	{style: theme.Heading4, text: "h4", box: "h4"},
	{style: theme.Heading5, text: "h5", box: "h5"},
	{style: theme.Heading6, text: "h6", box: "h6"},

	{style: theme.Kicker, text: "p.kicker", box: "p.kicker", form: para},
	{style: theme.Title, text: "h1.title", box: "h1.title"},
	{style: theme.Standfirst, text: "p.standfirst", box: "p.standfirst", form: para},
	{style: theme.Byline, text: "p.byline", box: "p.byline", form: para},
	{style: theme.Dateline, text: "p.dateline", box: "p.dateline", form: para},
	{style: theme.EditorsNote, text: "aside.editors-note", paras: "aside.editors-note p"},
	{style: theme.EditorsNoteLabel, text: "aside.editors-note p.label", box: "aside.editors-note p.label", in: theme.EditorsNote, form: para},
	{style: theme.Bio, text: "p.bio, ul.contributor-articles", box: "p.bio", form: para},

	{style: theme.Quote, text: "blockquote", box: "blockquote", paras: "blockquote p"},
	{style: theme.List, box: "ul, ol", form: padded}, // no face: sizes of lists within lists would add up
	{style: theme.Term, text: "dt, section.imprint p.imprint-label", form: phrase},
	{style: theme.Definition, text: "dd", box: "dd", form: padded},
	{style: theme.Code, text: "code, kbd, pre", box: "pre", form: padded},
	{style: theme.Table, text: "table", box: "div.table", form: phrase},
	{style: theme.TableHead, text: "caption, th", in: theme.Table, form: phrase},
	{style: theme.Figure, box: "figure"},
	{style: theme.Caption, text: "figcaption"},
	{style: theme.Credit, text: ".credit", in: theme.Caption, form: phrase},
	{style: theme.Footnote, text: "div.footnotes", paras: "div.footnotes p + p"},

	{style: theme.Admonition, text: ".admonition", box: ".admonition", paras: ".admonition p"},
	{style: theme.Box, text: ".box", box: ".box", paras: ".box p"},
	{style: theme.BlockLabel, text: "p.block-label", box: "p.block-label", in: theme.Admonition, form: para},
	{style: theme.BlockTitle, text: "p.block-title", box: "p.block-title", form: para},
	{style: theme.PullQuote, text: ".pullquote", box: ".pullquote", paras: ".pullquote p"},
	{style: theme.Verse, text: ".verse", box: ".verse", paras: ".verse p"},
	{style: theme.Letter, text: ".letter", box: ".letter", paras: ".letter p"},
	{style: theme.Epigraph, text: ".epigraph", box: ".epigraph", paras: ".epigraph p"},
	{style: theme.Signature, text: ".signature", box: ".signature", paras: ".signature p"},
	{style: theme.Signature, text: ".pullquote .signature", in: theme.PullQuote, form: phrase},
	{style: theme.Signature, text: ".epigraph .signature", in: theme.Epigraph, form: phrase},
	{style: theme.Interview, box: ".interview", form: padded},
	{style: theme.Timeline, text: ".timeline", box: ".timeline"},

	{style: theme.BookSeries, text: "p.series", box: "p.series", form: para},
	{style: theme.BookTitle, text: "h1.book-title", box: "h1.book-title"},
	{style: theme.BookSubtitle, text: "p.book-subtitle", box: "p.book-subtitle", form: para},
	{style: theme.BookEditors, text: "p.contributor", box: "p.contributor.first", form: para},
	{style: theme.BookPublisher, text: "p.publisher", box: "p.publisher", form: para},
	{style: theme.Display, text: "section.display", paras: "section.display p"},
	{style: theme.Imprint, text: "section.imprint", box: "section.imprint p", paras: "section.imprint p"},
	{style: theme.MatterTitle, text: "h1.matter-title, nav h1", box: "h1.matter-title, nav h1"},
	{style: theme.PartLabel, text: "p.part-label", box: "p.part-label", form: para},
	{style: theme.PartTitle, text: "section.part h1", box: "section.part h1"},
	{style: theme.TOCPart, text: "li.contents-part > a", form: phrase},
	{style: theme.TOCTitle, text: "li.contents-chapter", box: "li.contents-chapter"},
	{style: theme.TOCAuthor, text: "span.contents-author", in: theme.TOCTitle, form: phrase},
	{style: theme.Contributor, text: ".contributor-name", box: ".contributor-name", over: theme.Heading2},
}

// unseen are the styles that no EPUB shows, and why.
var unseen = map[theme.StyleName]string{
	theme.Folio:       "an EPUB has no pages of its own",
	theme.RunningHead: "the reading system draws what stands above a page",
	theme.TOCFolio:    "its contents lead by links, not by numbers",
}
