package epub

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestRoles names each person of the articles once in the package document, with all roles,
// and in the navigation those who wrote an article.
func TestRoles(t *testing.T) {
	b := sample(t)
	person := func(name, role string) *book.Person { return &book.Person{Name: name, FileAs: name, Role: role} }
	c := b.Chapters()[0]
	c.Authors = []*book.Person{person("Ann Lee", "aut")}
	c.Contributors = []*book.Person{person("Bo Berg", "trl"), person("Ann Lee", "pht")}
	files := unzip(t, encode(t, b, 1))
	opf := files["EPUB/package.opf"]
	id := func(name string) string {
		before, _, ok := strings.Cut(opf, `">`+name+`</dc:`)
		if !ok || strings.Count(opf, ">"+name+"</dc:") != 1 {
			t.Fatalf("%s is not there once:\n%s", name, opf)
		}
		return before[strings.LastIndex(before, `"`)+1:]
	}
	for name, roles := range map[string][]string{"Ann Lee": {"aut", "pht"}, "Bo Berg": {"trl"}} {
		for _, role := range roles {
			if want := `<meta property="role" refines="#` + id(name) + `" scheme="marc:relators">` + role + `</meta>`; !strings.Contains(opf, want) {
				t.Errorf("lacks %s", want)
			}
		}
	}
	// One of the two is the form by which the translator is sorted.
	if strings.Count(opf, `">Bo Berg</meta>`) != 2 || !strings.Contains(opf, `property="dcterms:contributor" refines="#doc.`) {
		t.Error("the article does not name its translator")
	}
	entry := book.PlainText(c.Title) + "\u00a0· Ann Lee<"
	for _, name := range []string{"EPUB/nav.xhtml", "EPUB/toc.ncx"} {
		if !strings.Contains(files[name], entry) {
			t.Errorf("%s lacks %q", name, entry)
		}
	}
	b.Anonymous = true
	if nav := unzip(t, encode(t, b, 1))["EPUB/nav.xhtml"]; strings.Contains(nav, "Ann Lee") {
		t.Error("the navigation names an author all the same")
	}
}
