package text

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

const prose = "The tide comes in over the flats at four in the morning, and nobody in the village hears it, for all of them are asleep behind the dam."

// left returns the words of an article, and those that are left out of it.
func left(a *draft.Article) (kept, out string) {
	for _, b := range a.Blocks {
		for _, run := range book.BlockInlines(b.Block) {
			if b.Role == draft.Letter || b.Role == draft.Furniture {
				out += book.PlainText(run) + "\n"
			} else {
				kept += book.PlainText(run) + "\n"
			}
		}
	}
	return kept, out
}

// words returns a text on one line.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestChat reads what was sent by a messenger, with what it puts before each message.
func TestChat(t *testing.T) {
	for _, c := range []struct{ name, first, second, sender string }{
		{"WhatsApp on a telephone of Apple", "[03/03/2025, 10:13:02] Robin Vale: ", "\u200e[03/03/2025, 10:14:00] Marta Reed: ", "Robin Vale"},
		{"WhatsApp on Android", "03.03.25, 10:12 - Robin Vale: ", "03.03.25, 10:14 - Marta Reed: ", "Robin Vale"},
		{"WhatsApp with half days", "3/3/25, 10:12 AM - Robin Vale: ", "3/3/25, 10:14 AM - Marta Reed: ", "Robin Vale"},
		{"KakaoTalk", "[김하나] [오전 10:12] ", "[박준] [오후 1:14] ", "김하나"},
		{"Slack", "Robin Vale\n  10:12 AM\n", "2 replies\nLast reply today at 10:20 AM\nMarta Reed\n  10:14 AM\n", "Robin Vale"},
		{"Telegram", "Robin Vale, [03.03.2025 10:12]\n", "Marta Reed, [03.03.2025 10:14]\n", "Robin Vale"},
	} {
		kept, out := left(Read(c.first + "The quay\n\n" + prose + "\n\n" + prose + "\n" + c.second + "Thanks! What is your IBAN?\n" + c.first + "GB29 6016 1331 9268 19\n"))
		if kept != "The quay\n"+prose+"\n"+prose+"\n" || !strings.Contains(out, "IBAN") || !strings.Contains(out, "GB29") || !strings.Contains(words(out), words(c.first)) {
			t.Errorf("%s: kept %s left out %s", c.name, kept, out)
		}
		if a := Read(c.first + prose + "\n"); a.Creator != c.sender {
			t.Errorf("%s: sent by %q", c.name, a.Creator)
		}
	}
	for _, c := range []struct{ name, in string }{
		{"lines of WhatsApp", "03.03.25, 10:11 - Messages are encrypted.\n03.03.25, 10:12 - Robin Vale: " + prose + "\n03.03.25, 10:13 - You added Marta Reed\n"},
		{"lines of KakaoTalk", "박준 님과 카카오톡 대화\n저장한 날짜 : 2025-03-03 11:00:00\n\n--------------- 2025년 3월 3일 월요일 ---------------\n[김하나] [오전 10:12] " + prose + "\n"},
	} {
		if kept, _ := left(Read(c.in)); kept != prose+"\n" {
			t.Errorf("%s: kept %s", c.name, kept)
		}
	}
	for _, s := range []string{"Hours\n10:12\n" + prose, "03.03.25, 10:11 - " + prose, "[00:01:12] Robin Vale: " + prose, "3 March 2025, 10:12 - Robin Vale: " + prose, prose + "\n[03/03/2025, 10:13:02] Robin Vale: " + prose} {
		if kept, out := left(Read(s)); out != "" || strings.TrimSpace(kept) != s {
			t.Errorf("%q: kept %s left out %s", s, kept, out)
		}
	}
}

// TestRemarks tells the comments of Google Docs below a text, and takes out their calls.
func TestRemarks(t *testing.T) {
	const text = "The quay\n\n" + prose + "[a]\n\n" + prose + "[b][c] " + prose + "\n\n"
	for _, c := range []struct{ name, in, want, told string }{
		{"comments", text + "[a]Who says so?\n[b]Cut this,\nif you can.\n[c]No.\n", "The quay\n" + prose + "\n" + prose + " " + prose + "\n", "Who says so?|Cut this, if you can.|No."},
		{"notes of the writer", text + "[a] Who says so?\n[b] Cut this.\n[c] No.\n", "The quay\n" + prose + "[a]\n" + prose + "[b][c] " + prose + "\n[a] Who says so?\n[b] Cut this.\n[c] No.\n", ""},
		{"notes with more text below", text + "[a]Who says so?\n[b]Cut this.\n[c]No.\n\n" + strings.Repeat("The dam holds. ", 19), "The quay\n" + prose + "[a]\n" + prose + "[b][c] " + prose + "\n[a]Who says so?\n[b]Cut this.\n[c]No.\n" + strings.TrimSpace(strings.Repeat("The dam holds. ", 19)) + "\n", ""},
		{"called by nothing", "The quay\n\n" + prose + "\n\n[a]Who says so?\n", "The quay\n" + prose + "\n[a]Who says so?\n", ""},
	} {
		a := Read(strings.ReplaceAll(c.in, "\n", "\r\n"))
		var told []string
		for _, w := range a.Warnings {
			told = append(told, strings.Join(strings.Fields(strings.Trim(strings.TrimPrefix(w.Message, "a comment on the text is left out: "), `"`)), " "))
		}
		if kept, _ := left(a); kept != c.want || strings.Join(told, "|") != c.told {
			t.Errorf("%s: kept %s told %q", c.name, kept, told)
		}
	}
	if got := following("z") + following("aa") + following("az") + following("zz"); got != "aaabbaaaa" {
		t.Error(got)
	}
}
