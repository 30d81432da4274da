package sfnt

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/validator"
)

// page loads the fonts and writes, for each, whether the browser took it and
// how wide it sets the text.
const page = `<!DOCTYPE html><meta charset="utf-8"><body><script>
const fonts = [%s];
const result = [];
(async () => {
  for (let i = 0; i < fonts.length; i++) {
    try {
      const face = new FontFace('f' + i, 'url(data:font/ttf;base64,' + fonts[i] + ')');
      document.fonts.add(await face.load());
      const span = document.createElement('span');
      span.style = 'font: 1000px f' + i + '; white-space: pre; font-variant-caps: small-caps';
      span.textContent = %q;
      document.body.append(span);
      result.push(span.getBoundingClientRect().width);
    } catch (e) { result.push(e.message); }
  }
  document.body.textContent = 'result:' + result.join(',') + ':end';
})();
</script>`

// TestBrowserTakesWebSubsets gives subsets to Chromium, whose sanitizer refuses
// a font at the least fault, and wants text to be as wide as in the whole font.
func TestBrowserTakesWebSubsets(t *testing.T) {
	const text = "AVATAR office To fjord é — “1234”"
	fonts := []*Font{
		builtin(t, serifPath), builtin(t, "eb-garamond/EBGaramond-Italic.ttf.zst"),
		builtin(t, "source-code-pro/SourceCodePro-Bold.ttf.zst"), garamond(t),
	}
	// A browser makes small capitals from capitals where the font has none.
	runes := []rune(text + strings.ToUpper(text))
	var sources []string
	for _, f := range fonts {
		subset, err := SubsetForWeb(f, WebOptions{Runes: runes, Features: []string{"smcp"}})
		if err != nil {
			t.Fatal(err)
		}
		flavor := uint32(0x00010000)
		if f.IsCFF() {
			flavor = 0x4f54544f
		}
		for _, file := range [][]byte{Assemble(flavor, f.Tables()), subset} {
			sources = append(sources, `"`+base64.StdEncoding.EncodeToString(file)+`"`)
		}
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "fonts.html")
	if err := os.WriteFile(name, fmt.Appendf(nil, page, strings.Join(sources, ","), text), 0o644); err != nil {
		t.Fatal(err)
	}
	out := validator.Run(t, time.Minute, "chromium-headless", "--virtual-time-budget=5000",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--dump-dom", "file://"+name)
	_, result, _ := strings.Cut(out, "result:")
	result, _, ok := strings.Cut(result, ":end")
	widths := strings.Split(result, ",")
	if !ok || len(widths) != len(sources) {
		t.Fatalf("chromium printed %q", result)
	}
	for i, f := range fonts {
		whole, subset := widths[2*i], widths[2*i+1]
		if whole != subset || strings.Trim(whole, "0123456789.") != "" {
			t.Errorf("%s: text is %s wide in the font and %s in the subset", f.PostScriptName(), whole, subset)
		}
	}
}
