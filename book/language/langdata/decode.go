package langdata

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// A decoder fills a drawer from the parts of its file. The first fault ends it.
type decoder struct {
	file string
	err  error
}

// decode returns the drawer of a file. A file that is like another takes from the other
// what it does not say itself.
func decode(tag string, n *node) (*Drawer, error) {
	d := &Drawer{}
	dec := &decoder{file: tag + ".yaml"}
	if like := n.kids["like"]; like != nil {
		base := named(strings.ToLower(like.text))
		if base == nil {
			return nil, fmt.Errorf("%s: there is no drawer %s", dec.file, like.text)
		}
		*d = *base
		d.Tags, d.Like = nil, base.Tag
	}
	d.Tag = tag
	dec.fields(n, map[string]func(*node){
		"like":        func(*node) {},
		"name":        dec.text(&d.Name),
		"tags":        dec.list(&d.Tags),
		"words":       func(n *node) { d.Words = dec.words(d.Words, n) },
		"dates":       func(n *node) { dec.dates(&d.Dates, n) },
		"lists":       func(n *node) { dec.lists(&d.Lists, n) },
		"quotes":      dec.list(&d.Quotes),
		"elided":      dec.list(&d.Elided),
		"digits":      dec.text(&d.Digits),
		"index":       dec.list(&d.Index),
		"same-letter": dec.texts(&d.SameLetter),
		"collation":   dec.text(&d.Collation),
		"hyphenation": func(n *node) { dec.hyphenation(&d.Hyphenation, n) },
		"spacing":     func(n *node) { dec.spacing(&d.Spacing, n) },
		"import":      func(n *node) { d.Import = dec.rows(d.Import, n) },
		"mail": func(n *node) {
			dec.fields(n, map[string]func(*node){
				"subject": dec.list(&d.Mail.Subject), "sender": dec.list(&d.Mail.Sender),
				"fields": dec.list(&d.Mail.Fields), "forwarded": dec.list(&d.Mail.Forwarded), "replies": dec.list(&d.Mail.Replies),
				"greetings": dec.list(&d.Mail.Greetings), "addressed": dec.list(&d.Mail.Addressed), "closings": dec.list(&d.Mail.Closings), "wrote": dec.list(&d.Mail.Wrote),
				"sent-from": dec.list(&d.Mail.SentFrom), "cover": dec.list(&d.Mail.Cover), "disclaimer": dec.list(&d.Mail.Disclaimer)})
		},
		"licence": dec.list(&d.Licence),
		"starter": dec.texts(&d.Starter),
	})
	if d.Quotes != nil && len(d.Quotes) != 4 {
		dec.fault(n.kids["quotes"], "quotes are four")
	}
	return d, dec.err
}

func (dec *decoder) fault(n *node, format string, args ...any) {
	if dec.err == nil {
		dec.err = fmt.Errorf("%s:%d: "+format, append([]any{dec.file, n.line}, args...)...)
	}
}

// fields hands each part of a map to its reader.
func (dec *decoder) fields(n *node, readers map[string]func(*node)) {
	if n.kids == nil {
		dec.fault(n, "no map")
	}
	for _, key := range n.keys {
		if read := readers[key]; read != nil {
			read(n.kids[key])
		} else {
			dec.fault(n.kids[key], "nothing reads %q", key)
		}
	}
}

func (dec *decoder) text(to *string) func(*node) {
	return func(n *node) {
		if n.list != nil || n.kids != nil {
			dec.fault(n, "no text")
		}
		*to = n.text
	}
}

func (dec *decoder) list(to *[]string) func(*node) {
	return func(n *node) {
		if n.list == nil {
			dec.fault(n, "no list")
		}
		*to = n.list
	}
}

// texts adds the texts of a map to a copy of the map at to: a drawer that is like
// another must not change the other's.
func (dec *decoder) texts(to *map[string]string) func(*node) {
	return func(n *node) {
		m := maps.Clone(*to)
		if m == nil {
			m = map[string]string{}
		}
		for _, key := range n.keys {
			m[key] = n.kids[key].text
		}
		*to = m
	}
}

// rows adds the lists of a map to a copy of base.
func (dec *decoder) rows(base map[string][]string, n *node) map[string][]string {
	m := maps.Clone(base)
	if m == nil {
		m = map[string][]string{}
	}
	for _, key := range n.keys {
		if n.kids[key].list == nil {
			dec.fault(n.kids[key], "no list")
		}
		m[key] = n.kids[key].list
	}
	return m
}

// words adds the words of all groups to a copy of base.
func (dec *decoder) words(base map[string]Word, n *node) map[string]Word {
	m := maps.Clone(base)
	if m == nil {
		m = map[string]Word{}
	}
	here := map[string]bool{}
	for _, group := range n.keys {
		for _, key := range n.kids[group].keys {
			if here[key] {
				dec.fault(n.kids[group].kids[key], "%s is in two groups", key)
			}
			here[key] = true
			m[key] = Word{Text: n.kids[group].kids[key].text, Source: group}
		}
	}
	return m
}

func (dec *decoder) dates(d *Dates, n *node) {
	dec.fields(n, map[string]func(*node){
		"long": dec.text(&d.Long), "first": dec.text(&d.First), "era": dec.text(&d.Era),
		"months": dec.of(12, &d.Months), "months-alone": dec.of(12, &d.MonthsAlone), "months-short": dec.of(12, &d.MonthsShort),
		"months-also": dec.texts(&d.MonthsAlso),
		"weekdays":    dec.of(7, &d.Weekdays), "weekdays-short": dec.of(7, &d.WeekdaysShort),
		"am": dec.list(&d.AM), "pm": dec.list(&d.PM), "date-words": dec.list(&d.DateWords),
		"units": dec.texts(&d.Units), "zone": func(n *node) { d.Zone = new(int); dec.number(d.Zone)(n) }, "later": dec.number(&d.Later), "zones": dec.texts(&d.Zones),
	})
}

// of reads a list of so many texts.
func (dec *decoder) of(count int, to *[]string) func(*node) {
	return func(n *node) {
		if len(n.list) != count {
			dec.fault(n, "a list of %d and not %d", len(n.list), count)
		}
		*to = n.list
	}
}

func (dec *decoder) lists(l *Lists, n *node) {
	dec.fields(n, map[string]func(*node){
		"two": dec.text(&l.Two), "next": dec.text(&l.Next), "last": dec.text(&l.Last), "before-i": dec.text(&l.BeforeI)})
}

func (dec *decoder) hyphenation(h *Hyphenation, n *node) {
	dec.fields(n, map[string]func(*node){
		"patterns": dec.text(&h.Patterns), "left": dec.number(&h.Left), "right": dec.number(&h.Right)})
}

func (dec *decoder) spacing(s *Spacing, n *node) {
	dec.fields(n, map[string]func(*node){
		"narrow": dec.list(&s.Narrow), "wide": dec.list(&s.Wide), "words": dec.list(&s.Words), "behind": dec.list(&s.Behind),
		"titles": dec.list(&s.Titles), "numbered": dec.list(&s.Numbered), "units": dec.list(&s.Units),
		"dash": dec.one(&s.Dash, Ends), "hyphen": dec.one(&s.Hyphen, Repeated), "trema": dec.one(&s.Trema, Dropped)})
}

// one reads a text that can say one thing.
func (dec *decoder) one(to *string, what string) func(*node) {
	return func(n *node) {
		if *to = n.text; n.text != what {
			dec.fault(n, "%q is not %s", n.text, what)
		}
	}
}

func (dec *decoder) number(to *int) func(*node) {
	return func(n *node) {
		v, err := strconv.Atoi(n.text)
		if err != nil {
			dec.fault(n, "%q is no number", n.text)
		}
		*to = v
	}
}
