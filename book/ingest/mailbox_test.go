package ingest

import (
	"strings"
	"testing"
)

// TestMailbox takes mailboxes with any form of the line above a mail, of one mail and of
// several, and prints nothing of their headers. A patch of Git is none.
func TestMailbox(t *testing.T) {
	mail := func(line, topic string) string {
		return line + "\nFrom: Robin Vale <robin@example.org>\nTo: desk@example.org\nSubject: " + topic + "\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\n" +
			"The tide comes in over the flats at four in the morning, and nobody in the village hears it.\n\n>From the quay it looks like a road.\n"
	}
	one := mail("From robin@example.org Mon Jan  1 10:00:00 2024", "Tides")
	for _, c := range []struct{ name, data, titles string }{
		{"one", one, "Tides"},
		{"blank line", "\n" + one, "Tides"},
		{"byte order mark", "\ufeff" + one, "Tides"},
		{"carriage returns", strings.ReplaceAll(one, "\n", "\r\n"), "Tides"},
		{"zone", mail("From 1234@xxx Mon Jan 01 10:00:00 +0000 2024", "Tides"), "Tides"},
		{"day of the year", mail("From robin@example.org 2024-01-01T10:00:00Z", "Tides"), "Tides"},
		{"no sender", mail("From ???@??? 10:00:00 01-01-24", "Tides"), "Tides"},
		{"several", one + "\n" + mail("From - Mon Jan 01 10:00:00 2024", "Quays") + "\n" + mail("From x 1 Jan 2024", "Boats"), "Tides Quays Boats"},
	} {
		results, err := Read("in.mbox", []byte(c.data), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var titles []string
		for _, r := range results {
			titles = append(titles, titleOf(string(r.Markdown)))
			if got := string(r.Markdown); strings.Contains(got, "desk@") || strings.Contains(got, "Subject") || !strings.Contains(got, "\nFrom the quay") {
				t.Errorf("%s: %s", c.name, got)
			}
		}
		if got := strings.Join(titles, " "); got != c.titles {
			t.Errorf("%s: titles %q, want %q", c.name, got, c.titles)
		}
	}
	patch := mail("From "+strings.Repeat("0a", 20)+" Mon Sep 17 00:00:00 2001", "[PATCH] Tides")
	if _, err := Read("in.txt", []byte(patch), Options{}); err == nil || !strings.Contains(err.Error(), "a patch") {
		t.Error("a patch:", err)
	}
}

// titleOf returns the title in the front matter of a chapter.
func titleOf(chapter string) string {
	_, rest, _ := strings.Cut(chapter, "title: ")
	title, _, _ := strings.Cut(rest, "\n")
	return title
}
