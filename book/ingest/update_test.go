package ingest

import (
	"strings"
	"testing"

	"octavo/book"
)

// article returns the import of a page.
func article(t *testing.T, body string) Result {
	t.Helper()
	list, err := Read("ferry.html", []byte("<!DOCTYPE html><html><body><article><h1>The ferry</h1>"+body+"</article></body></html>"), Options{
		Open: func(string) ([]byte, error) { return []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), nil },
	})
	if err != nil || len(list) != 1 {
		t.Fatal(err, len(list))
	}
	return list[0]
}

const noon = "<p>The ferry leaves at noon, and nobody is on it who would have to be anywhere.</p>"

// TestUpdatePictures has the picture that is new, and tells of the one that left.
func TestUpdatePictures(t *testing.T) {
	was := article(t, noon+`<p><img src="old.svg" alt="The quay"></p>`+noon)
	now := article(t, noon+noon+`<p><img src="new.svg" alt="The wall"></p>`+noon)
	ours := strings.Replace(string(was.Markdown), "nobody", "*nobody*", 1)
	r := Update("ferry.md", was.Markdown, []byte(ours), now, nil, false)
	if len(r.Clashes) > 0 || len(r.Pictures) != 1 || r.Pictures[0].Path != "images/new.svg" {
		t.Errorf("clashes %v, pictures %v", r.Clashes, r.Pictures)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0].Message, "images/old.svg is no longer") {
		t.Errorf("warnings %v", r.Warnings)
	}
	if s := string(r.Markdown); !strings.Contains(s, "*nobody*") || !strings.Contains(s, "images/new.svg") || strings.Contains(s, "old.svg") {
		t.Errorf("got %s", s)
	}
}

// TestUpdateKeys keeps what the editor wrote, tells what the source says, and leaves a
// title alone that is only the name of the file.
func TestUpdateKeys(t *testing.T) {
	base := "---\ntitle: Ferry v1\ndate: 2025-09-12\n---\n\nWords.\n"
	ours := strings.Replace(base, "2025-09-12", "2025-10-01", 1)
	list, err := Read("ferry-v2.txt", []byte("The ferry leaves at noon, and nobody is on it who would have to be anywhere but here.\n\nIt has been so for as long as anybody can think.\n"), Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	now := list[0]
	now.Markdown = []byte(strings.NewReplacer("v1", "v2", "2025-09-12", "2025-09-14", "Words", "More words").Replace(base))
	r := Update("ferry.md", []byte(base), []byte(ours), now, nil, false)
	if want := strings.Replace(ours, "Words", "More words", 1); string(r.Markdown) != want {
		t.Errorf("got %s", r.Markdown)
	}
	want := `ferry.md:3: warning: the key date stays as the chapter has it; the source says now "2025-09-14"`
	if len(r.Warnings) != 1 || !strings.HasPrefix(r.Warnings[0].String(), want) {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// TestUpdateFault writes no chapter with a fault that neither text has by itself.
func TestUpdateFault(t *testing.T) {
	base := "---\ntitle: Ferry\nauthors:\n  - name: Ann\nlang: en\n---\n\nWords.\n"
	ours := strings.Replace(base, "  - name: Ann\n", "  - {name: Ann,\n     url: https://example.org}\n", 1)
	now := Result{Markdown: []byte(strings.Replace(base, "  - name: Ann\n", "  - name: Ann\n  - name: Odd\n", 1))}
	r := Update("ferry.md", []byte(base), []byte(ours), now, nil, false)
	if len(r.Clashes) == 0 && !strings.Contains(string(r.Markdown), "{name: Ann") {
		t.Errorf("got %s", r.Markdown)
	}
	for _, d := range r.Clashes {
		if d.Severity != book.Error {
			t.Errorf("%v is no error", d)
		}
	}
}

// TestUpdateConflict tells both sides with their lines.
func TestUpdateConflict(t *testing.T) {
	source := "The ferry\nBy Ann Roe\n\nThe ferry leaves at %s, and nobody is on it who would have to be anywhere.\n\nIt has been so for as long as anybody can think.\n"
	read := func(hour string) Result {
		list, err := Read("ferry.txt", []byte(strings.Replace(source, "%s", hour, 1)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return list[0]
	}
	was, now := read("noon"), read("two")
	ours := strings.Replace(string(was.Markdown), "noon", "one", 1)
	r := Update("ferry.md", was.Markdown, []byte(ours), now, []byte(strings.Replace(source, "%s", "two", 1)), false)
	want := `ferry.md:8: error: both sides changed "ferry leaves at noon, and nobody": the chapter has "ferry leaves at one, and nobody", the source, in line 4, has "ferry leaves at two, and nobody"`
	if len(r.Clashes) != 1 || !strings.HasPrefix(r.Clashes[0].String(), want) {
		t.Errorf("got %v", r.Clashes)
	}
}

// TestUpdatePictureNames keeps the name of a picture under which the source has another one
// now, whatever the editor did with the file, and numbers one that is new.
func TestUpdatePictureNames(t *testing.T) {
	drawing := func(n string) string { return `<svg xmlns="http://www.w3.org/2000/svg" width="` + n + `"/>` }
	read := func(pictures map[string]string, opt Options) Result {
		t.Helper()
		body := ""
		for _, name := range []string{"image1.svg", "image2.svg"} {
			if pictures[name] != "" {
				body += noon + `<p><img src="` + name + `" alt="Word has no words for it"></p>` + noon
			}
		}
		opt.Open = func(name string) ([]byte, error) { return []byte(pictures[name]), nil }
		list, err := Read("ferry.html", []byte("<!DOCTYPE html><html><body><article><h1>The ferry</h1>"+body+"</article></body></html>"), opt)
		if err != nil || len(list) != 1 {
			t.Fatal(err, len(list))
		}
		return list[0]
	}
	was := read(map[string]string{"image1.svg": drawing("1"), "image2.svg": drawing("2")}, Options{})
	base, known := Last(was.Kept)
	if string(base) != string(was.Markdown) || len(known) != 2 || known["images/image1.svg"] == "" {
		t.Fatalf("kept %s, %v", base, known)
	}
	tests := []struct {
		there map[string]string // in the folder of the chapter
		now   map[string]string
		want  string // the pictures of the chapter
		files int    // that are brought
	}{
		{map[string]string{"images/image1.svg": drawing("1"), "images/image2.svg": drawing("2")},
			map[string]string{"image1.svg": drawing("2"), "image2.svg": drawing("1")}, "image2 image1", 0},
		{map[string]string{"images/image1.svg": drawing("a better one"), "images/image2.svg": drawing("2")},
			map[string]string{"image1.svg": drawing("1"), "image2.svg": drawing("2")}, "image1 image2", 0},
		{map[string]string{"images/image1.svg": drawing("1"), "images/image2.svg": drawing("2")},
			map[string]string{"image1.svg": drawing("3"), "image2.svg": drawing("2")}, "image1-2 image2", 1},
		{map[string]string{},
			map[string]string{"image1.svg": drawing("1"), "image2.svg": drawing("3")}, "image1 image2-2", 2},
	}
	for _, tt := range tests {
		now := read(tt.now, Options{Known: known, There: func(name string) ([]byte, bool) {
			data, ok := tt.there[name]
			return []byte(data), ok
		}})
		r := Update("ferry.md", base, base, now, nil, false)
		got := ""
		for _, part := range strings.Split(string(r.Markdown), "](images/")[1:] {
			name, _, _ := strings.Cut(part, ".svg")
			got = strings.TrimSpace(got + " " + name)
		}
		if got != tt.want || len(r.Pictures) != tt.files {
			t.Errorf("got %s and %d files, want %s and %d", got, len(r.Pictures), tt.want, tt.files)
		}
	}
}
