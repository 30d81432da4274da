package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// TestStated reads the names that metadata state.
func TestStated(t *testing.T) {
	for line, want := range map[string]string{
		"Ann Roe":                     "Ann Roe",
		"By Ann Roe and Bo Lee":       "Ann Roe; Bo Lee",
		"Par Ann Roe":                 "Ann Roe",
		"Von Trapp":                   "Von Trapp",
		"Di Stefano":                  "Di Stefano",
		"Ann Roe, MA":                 "Ann Roe (MA)",
		"Ann Roe, M.D., Ph.D.":        "Ann Roe (M.D., Ph.D.)",
		"Ann Roe, Editor":             "Ann Roe (Editor)",
		"Roe, Ann":                    "Ann Roe",
		"Jong, Michiel de":            "Michiel de Jong",
		"Roe, A. B.":                  "A. B. Roe",
		"Ann Roe, Bo Lee":             "Ann Roe; Bo Lee",
		"Ann Roe (with Bo Lee)":       "Ann Roe; Bo Lee",
		"Ann Roe (https://roe.org/a)": "Ann Roe",
		"Bo Lee y Ann Roe":            "Bo Lee; Ann Roe",
		"José Ortega y Gasset":        "José Ortega y Gasset",
		"Our Foreign Staff":           "Our Foreign Staff",
		"mcupdate":                    "mcupdate",
		"admin":                       "",
		"Richard (R.J.) Roe":          "Richard (R.J.) Roe",
	} {
		r := &reader{chapter: &book.Chapter{}, article: &draft.Article{Bylines: []string{line}}, tables: of("en")}
		r.stated()
		if got := told(r.chapter.Authors); got != want {
			t.Errorf("%q has %q, want %q", line, got, want)
		}
	}
}

// told writes people with what is said of them.
func told(list []*book.Person) string {
	var out []string
	for _, a := range list {
		s := a.Name
		if len(a.Bio) > 0 {
			s += " (" + book.PlainText(a.Bio) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestMarkedBylines reads lines that markup calls bylines, without a label.
func TestMarkedBylines(t *testing.T) {
	for line, want := range map[string]string{
		"Ann Roe":                      "Ann Roe",
		"AFP":                          "AFP",
		"Ann Roe, Bo Lee":              "Ann Roe; Bo Lee",
		"Ann Roe, Edit, Delete":        "",
		"ProfileFollowUnfollow":        "",
		"Updated":                      "",
		"Follow":                       "",
		"J.":                           "",
		"Le Packet":                    "",
		"Ann Roe Monday, May 5, 2025":  "Ann Roe",
		"Ann Roe – 5 May 2025":         "Ann Roe",
		"Por Ann Roe":                  "Ann Roe",
		"Nobody has been on the quay.": "",
	} {
		r := &reader{chapter: &book.Chapter{Lang: "en"}, article: &draft.Article{Source: book.Source{Name: "Le Packet.org"}}, tables: of("en")}
		if r.named(line); told(r.chapter.Authors) != want {
			t.Errorf("%q has %q, want %q", line, told(r.chapter.Authors), want)
		}
	}
}
