package manuscript

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
)

// TestReasons words errors for an author, with what to do about them.
func TestReasons(t *testing.T) {
	const see = "see that it is a file, and that you may read it"
	tests := []struct {
		err            error
		reason, remedy string
	}{
		{&fs.PathError{Op: "open", Path: "a.md", Err: fs.ErrNotExist}, "there is no such file", see},
		{&fs.PathError{Op: "open", Path: "a.md", Err: fs.ErrPermission}, "it may not be read", see},
		{&fs.PathError{Op: "read", Path: "a.md", Err: errors.New("is a directory")}, "it is a folder", see},
		{&fs.PathError{Op: "openat", Path: "a.md", Err: errors.New("path escapes from parent")}, "it leads out of the manuscript's folder", "put the file itself into the manuscript's folder"},
		{fmt.Errorf("%w: 9 bytes", errTooLarge), errTooLarge.Error() + ": 9 bytes", "make it smaller, or part it"},
		{errTooMuch, errTooMuch.Error(), "make two books of it"},
		{&fs.PathError{Op: "open", Path: "a.md", Err: errors.New("strange")}, "strange", see},
	}
	for _, tt := range tests {
		if got := reason(tt.err); got != tt.reason {
			t.Errorf("%v: %q, want %q", tt.err, got, tt.reason)
		}
		if got := remedy(tt.err); got != tt.remedy {
			t.Errorf("%v: the remedy is %q, want %q", tt.err, got, tt.remedy)
		}
	}
}

// TestLinksOfNote resolves links of the note of the editors, which is in no chapter, and
// of figures to what describes them.
func TestLinksOfNote(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml": least + "editors-note: n.md\nchapters: [a.md, b.md]\n",
		"n.md":      "[nowhere](#x) [there](a.md#head) [out](www.example.org/a) [other](//example.org) [mail](mailto:a@example.org)\n",
		"a.md": "---\ntitle: A\n---\n\n## Head\n\n![a](i.png){described-by=\"#head\"}\n\n![a](i.png){described-by=\"b.md#head\"}\n\n" +
			"![a](i.png){described-by=\"a.md\"}\n\n![a](i.png){described-by=\"#hed\"}\n\n[a](www.b.md) [b](b.md#h%65ad) [c](b.md#entirely-other)\n",
		"b.md":  "---\ntitle: B\n---\n\n## Head\n",
		"i.png": "image",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	_, list, err := Load(dir, Options{Probe: probe})
	want := `a.md:9:12: warning: "b.md#head" is no place in this chapter [figure-description]
    hint: name a heading or figure of the same chapter, as #id, and link to other places in the caption
a.md:11:12: warning: "a.md" is no place in this chapter [figure-description]
    hint: name a heading or figure of the same chapter, as #id, and link to other places in the caption
a.md:13:12: error: no place in a.md has the id "hed" [link-dead]
    hint: did you mean #head?
a.md:15:1: error: the link "www.b.md" leads to no chapter of the book [link-dead]
    hint: write https:// before it
a.md:15:32: error: no place in b.md has the id "entirely-other" [link-dead]
    hint: name one that is there, or give the place this id: {#entirely-other}
n.md:1:1: error: the link "#x" leads nowhere [link-dead]
    hint: name the chapter's file before the #
n.md:1:34: error: the link "www.example.org/a" leads to no chapter of the book [link-dead]
    hint: write https:// before it
`
	if got := lines(list); err != nil || got != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, err)
	}
}
