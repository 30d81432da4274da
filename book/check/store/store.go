// Package store holds what the stores ask of an edition beyond the standards,
// as numbered rules with their sources.
//
// In: a finished edition, as package inspect reads it, and the names of
// stores. Out: diagnostics, each with the rule's id.
//
// Stores contradict each other and change their minds. So a rule says where it
// is written, and how sure that is: see [Grade]. Only what a store has itself
// written down can be an error.
//
// Invariant: a rule reports and never changes the edition.
//
// Invariant: a number of a rule is never given to another one.
package store

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/check/inspect"
)

// A Grade says how sure a rule is.
type Grade byte

// The grades, as they are printed.
const (
	Vendor    Grade = 'V' // the text of the vendor or of the standard was read
	Secondary Grade = 'S' // a page by somebody else says so
	Believed  Grade = '?' // not verified
)

// A Rule is one thing that a store asks for.
type Rule struct {
	Store    string      // one of Stores, or "any" for what all of them ask
	Number   int         // stable within the store
	ID       book.RuleID // the store, then the matter
	Severity book.Severity
	Grade    Grade
	Source   string // where it is written
	Why      string // one line
	epub     func(*run)
	pdf      func(*run)
}

// A Store is a store with rules of its own.
type Store struct{ ID, Name string }

// Stores returns the stores, in the order in which they are listed to users.
func Stores() []Store {
	return []Store{
		{"kdp", "Amazon Kindle Direct Publishing, ebook"},
		{"apple", "Apple Books"},
		{"kobo", "Kobo Writing Life"},
		{"google", "Google Play Books"},
		{"bn", "Barnes & Noble Press"},
		{"kdp-print", "Amazon Kindle Direct Publishing, paperback interior"},
	}
}

// Rules returns the rules of all stores: those that all ask first, then store
// by store.
func Rules() []Rule {
	return slices.Concat(anyRules(), kdpRules(), appleRules(), koboRules(), googleRules(), bnRules(), printRules())
}

// EPUB runs the rules of the stores over a publication.
func EPUB(pub *inspect.Publication, stores []string) []book.Diagnostic {
	return check(&run{name: pub.Name, pub: pub}, stores, func(r Rule) func(*run) { return r.epub })
}

// PDF runs the rules of the stores over a PDF.
func PDF(doc *inspect.PDF, stores []string) []book.Diagnostic {
	return check(&run{name: doc.Name, doc: doc}, stores, func(r Rule) func(*run) { return r.pdf })
}

func check(r *run, stores []string, of func(Rule) func(*run)) []book.Diagnostic {
	for _, rule := range Rules() {
		if rule.Store != "any" && !slices.Contains(stores, rule.Store) || len(stores) == 0 {
			continue
		}
		if f := of(rule); f != nil {
			r.rule = rule
			f(r)
		}
	}
	return book.SortDiagnostics(r.found)
}

// A run collects what one rule after the other finds.
type run struct {
	name  string // of the file
	pub   *inspect.Publication
	doc   *inspect.PDF
	rule  Rule
	found []book.Diagnostic
}

// maxRepeats bounds what one rule says of one edition. By eye: faults of an edition come from
// its maker, so that one place is like the next.
const maxRepeats = 20

// report adds a finding about an entry of the edition; an empty entry is the
// file itself.
func (r *run) report(entry string, at inspect.Place, format string, args ...any) {
	n := 0
	for _, d := range r.found {
		if d.Rule == r.rule.ID {
			n++
		}
	}
	if n == maxRepeats {
		return
	}
	file := r.name
	if entry != "" {
		file += "/" + inspect.Printable(entry)
	}
	d := book.Diagnostic{
		Pos: book.Pos{File: file, Line: at.Line, Col: at.Col}, Severity: r.rule.Severity, Rule: r.rule.ID,
		Message: inspect.Printable(fmt.Sprintf(format, args...)), Hint: fmt.Sprintf("%s [%c]", r.rule.Source, r.rule.Grade),
	}
	if n == maxRepeats-1 {
		d.Message += ", and so on"
	}
	r.found = append(r.found, d)
}

// documents calls visit for each document of the spine.
func (r *run) documents(visit func(*inspect.Document)) {
	for _, ref := range r.pub.Spine {
		if d := r.pub.Document(ref.Item.Path); d != nil {
			visit(d)
		}
	}
}

// images calls visit for each image that is not the cover.
func (r *run) images(visit func(*inspect.Item)) {
	for _, it := range r.pub.Items {
		if it.Image != nil && it != r.pub.Cover {
			visit(it)
		}
	}
}

// isbn returns the ISBN among the identifiers, digits only, or nothing.
func isbn(pub *inspect.Publication) string {
	for _, id := range pub.Identifiers {
		if n := digits(id); len(n) == 13 && (strings.HasPrefix(n, "978") || strings.HasPrefix(n, "979")) {
			return n
		}
	}
	return ""
}

// digits takes an identifier without its prefix and hyphens, or returns nothing
// when more than digits is left.
func digits(id string) string {
	id = strings.ToLower(id)
	id = strings.TrimPrefix(strings.TrimPrefix(id, "urn:"), "isbn:")
	id = strings.NewReplacer("-", "", " ", "").Replace(id)
	if strings.Trim(id, "0123456789") != "" {
		return ""
	}
	return id
}
