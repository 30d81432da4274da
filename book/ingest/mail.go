package ingest

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/letter"
	"octavo/book/ingest/mhtml"
	"octavo/book/ingest/text"
	"octavo/book/ingest/web"
)

// maxMails is the greatest number of mails of a mailbox. It is generous: a folder of one
// book has some hundred.
const maxMails = 5_000

// readMailbox reads the mails of a mailbox, each as an article; those that hold none are
// said.
func readMailbox(name string, data []byte) ([]*draft.Article, error) {
	mails := mhtml.Mails(data)
	if len(mails) > maxMails {
		return nil, fmt.Errorf("%d mails in this mailbox; at most %d can be imported", len(mails), maxMails)
	}
	var out []*draft.Article
	var lost []book.Diagnostic
	for i, m := range mails {
		list, err := readOne(name, m)
		if err != nil {
			lost = append(lost, rule.ImportLeftOut.At(book.Pos{}, "save it as a file by itself, and import that, to see more", "mail %d of the mailbox is no article: %v", i+1, err))
			continue
		}
		out = append(out, list...)
	}
	if len(out) == 0 {
		return nil, errors.New("no mail of this mailbox holds an article")
	}
	out[0].Warnings = append(lost, out[0].Warnings...)
	return out, nil
}

// A mailing is a mail while its pieces are read.
type mailing struct {
	name     string // of the file
	file     *mhtml.File
	article  *draft.Article
	pictures map[string]string // names of pictures in the article, by their addresses in the mail
}

// readMail makes an article of a mail. What its writer sends beside the article is left
// out, and what its program says of it are guesses: who sent it, when, and on what.
func readMail(name string, f *mhtml.File) (*draft.Article, error) {
	m := &mailing{name: name, file: f, article: &draft.Article{Pictures: map[string][]byte{}}, pictures: map[string]string{}}
	if err := m.pieces(); err != nil {
		return nil, err
	}
	a := m.article
	var head letter.Header
	whole := a.Blocks
	a.Blocks, head = letter.Strip(a.Blocks, letter.Header{Subject: f.Subject, From: f.From, Date: f.Date})
	if came := len(f.Attached) > 0 && letter.Alone(whole, a.Blocks); came || !holds(a.Blocks) {
		if len(f.Attached) > 0 {
			d := attached(f.Attached[0])
			return nil, fmt.Errorf("the mail is a letter only, and %s: %s", d.Message, d.Hint)
		}
		if len(a.Attached) == 0 {
			return nil, errors.New("the mail holds no article, but a letter or what is quoted")
		}
	}
	a.Words = append(a.Words, f.Header)
	m.titled(letter.Topic(head.Subject))
	a.Hint, a.Creator = cmp.Or(a.Hint, letter.Topic(head.Subject)), cmp.Or(a.Creator, letter.Sender(head.From))
	if d, ok := dateline.Parse(strings.TrimSpace(withoutZoneName(head.Date)), "en"); ok && a.Day.IsZero() {
		a.Day = draft.Day{Date: d.Date, Of: draft.OfMail, As: head.Date}
	}
	for _, file := range f.Attached {
		a.Warnings = append(a.Warnings, attached(file))
	}
	return a, nil
}

// withoutZoneName takes off a comment behind a date: "+0100 (CET)".
func withoutZoneName(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return s
}

// attached says what to do with a file that came with a mail.
func attached(file string) book.Diagnostic {
	say := func(hint string) book.Diagnostic {
		return rule.ImportAttachment.At(book.Pos{}, hint, "the attachment %q is not read", book.Clip(file, 80))
	}
	switch strings.ToLower(path.Ext(file)) {
	case ".docx", ".odt", ".md", ".txt", ".html", ".htm", ".eml", ".epub":
		return say("save it, and import it by itself: octavo import " + book.Clip(file, 80))
	case ".doc", ".rtf", ".pages", ".wps":
		return say("save it, open it in a word processor, save it as .docx, and import that")
	case ".dat":
		return say("Outlook has packed files in it: ask for the mail anew, sent as HTML or plain text")
	}
	return say("save it: import a text by itself, and put a picture into images and name it in the chapter")
}

// pieces reads the pieces of the mail into the article. Pictures between texts stand where
// they are; those below all text were attached.
func (m *mailing) pieces() error {
	var below []*book.Figure
	a := m.article
	for _, p := range m.file.Pieces {
		switch {
		case p.Picture != "" && m.shown(p.Picture):
		case p.Picture != "":
			below = append(below, &book.Figure{Image: &book.Image{Src: m.picture(p.Picture, p.Name)}})
		case p.Mail != nil:
			m.passedOn(p.Mail)
		default:
			for _, f := range below {
				a.Blocks = append(a.Blocks, draft.Block{Block: f})
			}
			below = nil
			if err := m.text(p); err != nil {
				return err
			}
		}
	}
	for _, f := range below {
		a.Warnings = append(a.Warnings, rule.ImportAttachment.At(book.Pos{}, "move it to its place, and write a text for who cannot see it", "the attached picture %q stands at the end of the article", f.Image.Src))
	}
	a.Attached = append(a.Attached, below...)
	return nil
}

// text reads a text of the mail in its richer form.
func (m *mailing) text(p mhtml.Piece) error {
	var html, plain []draft.Block
	var rich, poor decoding
	var err error
	a := m.article
	if p.HTML != nil {
		if rich, err = opened(m.name, p.HTML); err == nil {
			w := web.Mail(rich.Text)
			rich.warnings = append(rich.warnings, w.Warnings...)
			html = w.Blocks
			for src, data := range w.Pictures {
				a.Pictures[src] = data
			}
			m.unpack(html)
		}
	}
	if p.Plain != nil {
		var fault error
		if poor, fault = opened(m.name, p.Plain); fault == nil {
			plain = text.Mail(poor.Text, text.Form{Flowed: p.Plain.Flowed, DelSp: p.Plain.DelSp})
		}
		err = cmp.Or(err, fault)
	}
	switch {
	case html == nil && plain == nil:
		return err
	case plain == nil || html != nil && richer(html, plain) && (!rich.cut || poor.cut):
		a.Blocks, a.Words, a.Markup = append(a.Blocks, html...), append(a.Words, rich.Words), true
		a.Warnings = append(a.Warnings, rich.warnings...)
	default:
		a.Blocks, a.Words = append(a.Blocks, plain...), append(a.Words, poor.Words)
		a.Warnings = append(a.Warnings, poor.warnings...)
	}
	return nil
}

// passedOn takes a mail that came as a file for the article when it is the longer one, and
// says so of it when it is not.
func (m *mailing) passedOn(f *mhtml.File) {
	inner, err := readMail(m.name, f)
	a := m.article
	if err != nil || size(inner.Blocks) < size(a.Blocks) {
		m.file.Attached = append(m.file.Attached, cmp.Or(f.Subject, "a mail")+".eml")
		return
	}
	for i := range a.Blocks {
		a.Blocks[i].Role = draft.Letter
	}
	for src, data := range inner.Pictures {
		a.Pictures[src] = data
	}
	a.Blocks = append(a.Blocks, inner.Blocks...)
	a.Warnings = append(a.Warnings, inner.Warnings...)
	a.Markup = a.Markup || inner.Markup
	a.Hint, a.Creator, a.Day = inner.Hint, inner.Creator, inner.Day
	a.Words = append(a.Words, inner.Words...)
	a.Attached = append(a.Attached, inner.Attached...)
}

// titled marks the line of the article that the subject of the mail names as its title.
func (m *mailing) titled(topic string) {
	const look = 4 // blocks of the article; by eye: a kicker may stand above
	n := 0
	for i, b := range m.article.Blocks {
		if b.Role == draft.Letter {
			continue
		}
		if n++; n > look {
			return
		}
		words := ""
		for _, run := range book.BlockInlines(b.Block) {
			words += book.PlainText(run)
		}
		_, paragraph := b.Block.(*book.Paragraph)
		if words = strings.TrimSpace(words); paragraph && words != "" && (strings.EqualFold(words, topic) || strings.HasSuffix(topic, ": "+words)) {
			m.article.Blocks[i].Role = draft.Title
			return
		}
	}
}
