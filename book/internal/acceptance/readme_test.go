package acceptance

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"regexp"
	"strings"
	"testing"

	"octavo/book"
)

// TestReadme builds the manuscript that README shows, with every construct of its
// table, in every edition that it names.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	manifests, chapters := blocks(readme, "yaml"), blocks(readme, "markdown")
	if len(manifests) != 4 || len(chapters) != 1 {
		t.Fatalf("README has %d manifests and themes, and %d chapters", len(manifests), len(chapters))
	}
	examples := examplesOf(readme)
	if len(examples) < 8 {
		t.Fatalf("README has %d examples of constructs", len(examples))
	}
	svg := drawing(`<rect width="40" height="40" fill="#268"/>`)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 1200, 800)), nil); err != nil {
		t.Fatal(err)
	}
	res := made(t, folder{
		"book.yaml":               manifests[0] + manifests[1],
		"foreword.md":             "A note.\n",
		"01-the-last-ferry.md":    chapters[0],
		"02-ports.md":             article("Ports", "## Who pays\n\n"+strings.Join(examples, "\n\n")+"\n"),
		"06-mud.md":               article("Mud", "Mud.\n"),
		"images/ferry-dusk.jpg":   photo.String(),
		"images/by-departure.svg": svg,
		"images/x.svg":            svg,
	}.write(t))
	for _, d := range res.Diagnostics {
		if d.Severity == book.Error || d.Rule == "attribute-unknown" || d.Rule == "raw-html" {
			t.Error(d)
		}
	}
	if len(res.Editions) != 4 {
		t.Errorf("%d editions", len(res.Editions))
	}
	// The font of the first theme is none that is here.
	for _, look := range []string{regexp.MustCompile(`(?m)^fonts:.*\n`).ReplaceAllString(manifests[2], ""), "extends: press\n" + manifests[3]} {
		res := made(t, folder{
			"book.yaml": manifest("a.md") + "theme: house\n", "a.md": article("Mud", "Mud.\n"),
			"house/theme.yaml": look, "house/images/house.svg": svg,
		}.write(t))
		if d := diagnostics(res); strings.Contains(d, "theme.yaml") || len(res.Editions) == 0 {
			t.Errorf("%s\n%s", look, d)
		}
	}
}

// blocks returns the fenced blocks of a text in a language.
func blocks(text, lang string) []string {
	var list []string
	for _, m := range regexp.MustCompile("(?s)\n```"+lang+"\n(.*?)\n```\n").FindAllStringSubmatch(text, -1) {
		list = append(list, m[1]+"\n")
	}
	return list
}

// examplesOf returns the code of the first column of README's table of constructs,
// but for the bare names of elements.
func examplesOf(readme string) []string {
	var list []string
	_, rows, _ := strings.Cut(readme, "| in the text | makes |\n| --- | --- |\n")
	for row := range strings.Lines(rows) {
		if !strings.HasPrefix(row, "| ") {
			break
		}
		cell, _, _ := strings.Cut(row[2:], " | ")
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
			if !strings.HasPrefix(m[1], "<") {
				list = append(list, m[1])
			}
		}
	}
	return list
}
