package docx

import (
	"iter"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// A field is text that Word has made of a code, such as HYPERLINK "address".
type field struct {
	code   string
	choice string        // what is chosen in it, where it is one of a form
	before []book.Inline // what stood in the paragraph before its text
	shown  bool          // its text has begun
}

// field takes the begin, the separator or the end of a field in. out is what the
// paragraph has so far; the list returned takes its place.
func (r *runs) field(mark string, out []book.Inline) []book.Inline {
	if mark == "begin" {
		r.fields = append(r.fields, &field{})
		return out
	}
	n := len(r.fields)
	if n == 0 {
		return out
	}
	f := r.fields[n-1]
	switch {
	case mark == "separate" && !f.shown:
		f.before, f.shown = out, true
		return nil
	case mark == "end":
		r.fields = r.fields[:n-1]
		return r.ended(f, out)
	}
	return out
}

// inCode reports whether what comes next is of the code of a field, which may have texts: what
// IF shows in one case or the other.
func (r *runs) inCode() bool {
	n := len(r.fields)
	return n > 0 && !r.fields[n-1].shown
}

// ended returns what a paragraph has with the text of a field that ends. The text of a field
// that stands in the code of another one is of that code.
func (r *runs) ended(f *field, out []book.Inline) []book.Inline {
	before, content := out, []book.Inline(nil)
	if f.shown {
		before, content = f.before, out
	}
	if len(content) == 0 {
		content = r.drawn(f)
	}
	if r.inCode() {
		r.fields[len(r.fields)-1].code += book.PlainText(content)
		return before
	}
	if args := arguments(f.code); len(args) > 0 {
		if len(content) == 0 && !f.shown {
			r.wordless(args)
		}
		content = r.fieldOf(args, content, before)
	}
	return draft.Join(before, content...)
}

// maxNear bounds how many pieces of a paragraph before a field are looked at for the words
// that it is told with.
const maxNear = 8

// fieldOf returns the text of a field, in a link when its code says where to. What Word
// counts or writes anew, and a book does not, is told with the words before it.
func (r *runs) fieldOf(args []string, content, before []book.Inline) []book.Inline {
	if len(content) == 0 {
		return nil
	}
	arg := ""
	if len(args) > 1 {
		arg = args[1]
	}
	tell := func(what rule.Rule, hint, message string) {
		if r.quoted++; r.quoted > draft.MaxTold { // all before may be one piece
			return
		}
		near := before[max(0, len(before)-maxNear):]
		r.left(what, hint, message+": "+clip(lastWords(book.PlainText(near))+" "+book.PlainText(content)))
	}
	switch strings.ToUpper(args[0]) {
	case "HYPERLINK":
		return r.linked(hyperlink(args[1:]), content)
	case "REF":
		if r.places[arg] == "" && !slices.Contains(args, `\h`) { // words that are said once more
			return content
		}
		return r.linked("#"+arg, content)
	case "PAGEREF":
		tell(rule.ImportContents, "write where it is", "the number of a page of the document stands in the text")
		if r.places[arg] != "" {
			return r.linked("#"+arg, content)
		}
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		tell(rule.ImportContents, "write where it is, or take it out", "the number of a page of the document stands in the text")
	case "FILENAME":
		tell(rule.ImportRemark, "take it out", "the name of the file stands in the text")
	case "NOTEREF", "FTNREF":
		tell(rule.ImportList, "look whether the note has this number in the book", "the number of a note stands in the text")
	case "DATE", "TIME":
		tell(rule.ImportRemark, "write the date that is meant", "a date that Word writes anew each day is the last one here")
	case "MERGEFIELD", "ADDRESSBLOCK", "GREETINGLINE":
		tell(rule.ImportRemark, "write what is meant, or take it out", "a field of a form letter stands in the text")
	case "SEQ":
		r.counts = arg
		if n := number(book.PlainText(content), 0); n > 0 {
			r.sequences[arg] = n
		}
	}
	return content
}

// hyperlink returns the address of a link, by the arguments of its field: the address, a
// place behind "\l", and words to be shown over it behind "\o".
func hyperlink(args []string) string {
	address, place := "", ""
	for i := 0; i < len(args); i++ {
		switch arg := strings.ToLower(args[i]); {
		case arg == `\l` && i+1 < len(args):
			i++
			place = "#" + args[i]
		case (arg == `\o` || arg == `\t`) && i+1 < len(args):
			i++
		case !strings.HasPrefix(arg, `\`) && address == "":
			address = args[i]
		}
	}
	return address + place
}

// linked returns content as a link, where the address is one that a chapter may have.
func (r *runs) linked(url string, content []book.Inline) []book.Inline {
	if r.inLink || len(content) == 0 {
		return content
	}
	if place, ok := strings.CutPrefix(url, "#"); ok {
		if id := r.places[place]; id != "" {
			return []book.Inline{&book.Link{URL: "#" + id, Content: content}}
		}
		if place != "" && place != "_top" {
			r.left(rule.ImportDeadLink, "make it a link to what it speaks of", "a link leads to no place of the chapter, and is text: "+clip(book.PlainText(content)))
		}
		return content
	}
	if address, good := rawhtml.Address(url); good && strings.Contains(address, ":") {
		return []book.Inline{&book.Link{URL: address, Content: content}}
	}
	return content
}

// arguments parts the code of a field at its spaces, but for those between quotation
// marks (ECMA-376, part 1, 17.16.1).
func arguments(code string) []string {
	var args []string
	for code = strings.TrimSpace(code); code != ""; code = strings.TrimSpace(code) {
		if quoted, ok := strings.CutPrefix(code, `"`); ok {
			arg, rest, _ := strings.Cut(quoted, `"`)
			args, code = append(args, arg), rest
			continue
		}
		i := strings.IndexAny(code, " \t\n\"")
		if i < 0 {
			i = len(code)
		}
		args, code = append(args, code[:i]), code[i:]
	}
	return args
}

// switches yields the arguments of a field in lower case, each with the one behind it, which
// is its value where it is a switch that has one; "" where none follows.
func switches(args []string) iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		for i, arg := range args {
			value := ""
			if i+1 < len(args) {
				value = args[i+1]
			}
			if !yield(strings.ToLower(arg), value) {
				return
			}
		}
	}
}
