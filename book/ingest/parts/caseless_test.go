package parts

import "testing"

// TestCaseless has bylines in scripts without capitals.
func TestCaseless(t *testing.T) {
	for _, c := range []struct{ lang, line, want string }{
		{"ar", "بقلم: ليلى حداد", "ليلى حداد"},
		{"ar", "بقلم ليلى حداد وسامي خوري", "ليلى حداد; سامي خوري"},
		{"ar", "بقلم: ليلى وائل", "ليلى وائل"},
		{"he", "מאת: דנה לוי", "דנה לוי"},
		{"he", "מאת דנה לוי ו-יוסי כהן", "דנה לוי; יוסי כהן"},
		{"fa", "نویسنده: سارا محمدی", "سارا محمدی"},
		{"hi", "लेखक: अनीता शर्मा", "अनीता शर्मा"},
		{"th", "โดย สมชาย ใจดี", "สมชาย ใจดี"},
		{"ar", "بقلم رصاص كتب الحارس أرقام الماء في الدفتر كل صباح منذ سنوات طويلة في الميناء", ""},
	} {
		r := reporting(c.lang, c.line)
		r.label(r.items[0])
		if got := names(r); got != c.want {
			t.Errorf("%s: %q names %q, want %q", c.lang, c.line, got, c.want)
		}
	}
}
