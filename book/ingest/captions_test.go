package ingest

import (
	"strings"
	"testing"

	"octavo/book/language/langdata"
)

// TestCaptionsBelow takes the paragraph below a picture for its caption, where the paragraph
// says so by its sign, its word or its look; other paragraphs stay text.
func TestCaptionsBelow(t *testing.T) {
	texts := map[string]string{
		"zh": "<p>凌晨四点，潮水漫过滩涂，村里没有人听见，因为这个村子六百多年来一直在潮声里入睡。港务长有一本记录潮高的册子，每天一行，每行两个数字。</p>",
		"ja": "<p>朝の四時に潮が干潟に満ちてくるが、村の人は誰もその音を聞かない。村は六百年以上も潮の音の中で眠ってきたからである。</p>",
		"ko": "<p>새벽 네 시 갯벌에 물이 들어오면 마을 사람들은 아무도 그 소리를 듣지 못한다. 마을은 육백 년 동안 물소리를 들으며 잠들어 왔기 때문이다.</p>",
	}
	for _, c := range []struct{ lang, below, want string }{
		{"zh", "<p>△港口的早晨（王海 摄）</p>", `![](images/b.jpg "港口的早晨"){credit="王海"}`},
		{"zh", "<p>图为港口的夜晚。</p>", `![](images/b.jpg "图为港口的夜晚。")`},
		{"zh", "<p>图/新华社</p>", `![](images/b.jpg){credit="新华社"}`},
		{"zh", "<p align=center>滩涂的傍晚</p>", `![](images/b.jpg "滩涂的傍晚")`},
		{"zh", "<p align=center><b>滩涂的傍晚</b></p>", "![](images/b.jpg)\n"},
		{"zh", "<p>图书馆里的人很多，他们都在读书。</p>", "![](images/b.jpg)\n"},
		{"ja", "<p>写真：港の朝（山田花子撮影）</p>", `![](images/b.jpg "港の朝"){credit="山田花子"}`},
		{"ja", "<p>▲港の夜</p>", `![](images/b.jpg "港の夜")`},
		{"ko", "<p>▲ 항구의 아침. 사진=김바다 기자</p>", `![](images/b.jpg "항구의 아침."){credit="김바다 기자"}`},
		{"ko", "<p>사진=연합뉴스</p>", `![](images/b.jpg){credit="연합뉴스"}`},
		{"ko", `<p style="font-size:12px">갯벌의 저녁 풍경</p>`, `![](images/b.jpg "갯벌의 저녁 풍경")`},
		{"ko", `<p class="img_caption">갯벌의 저녁 풍경이다.</p>`, `![](images/b.jpg "갯벌의 저녁 풍경이다.")`},
	} {
		text := texts[c.lang]
		page := "<!DOCTYPE html><html lang=" + c.lang + "><head><meta charset=utf-8><title>T</title></head><body><article><h1>T</h1>" + text + text + "<p><img src=b.jpg></p>" + c.below + text + "</article></body></html>"
		results, err := Read("in.html", []byte(page), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.below, err)
			continue
		}
		if got := string(results[0].Markdown); !strings.Contains(got, c.want) {
			t.Errorf("%s: want %s in\n%s", c.below, c.want, got)
		}
	}
}

// TestCaptionElements takes what stands below a picture for its caption, whatever element it
// is, and takes no line of a text for one where there is no picture.
func TestCaptionElements(t *testing.T) {
	text := "<p>" + strings.Repeat("The tide comes in over the flats at four, and nobody in the village hears it. ", 4) + "</p>"
	const figure = `![](images/a.png "The quay at noon")`
	for _, tt := range []struct{ src, want string }{
		{text + `<img src=a.png><div class=image-caption>The quay at noon</div>` + text, figure},
		{text + `<img src=a.png><span class=caption>The quay at noon</span>` + text, figure},
		{text + `<figure><img src=a.png></figure><figcaption>The quay at noon</figcaption>` + text, figure},
		{text + `<div><img src=a.png></div><div class=caption><p>The quay at noon</p></div><div class=credit>Ann Roe</div>` + text, figure + `{credit="Ann Roe"}`},
		{`<p>It was the year of the flood. REUTERS</p>` + text + text, "It was the year of the flood. REUTERS\n"},
		{`<p>Image by image the archive of the port grew.</p>` + text + text, "Image by image the archive of the port grew.\n"},
		{`<p>We met there. Map: it lay on the table.</p>` + text + text, "We met there. Map: it lay on the table.\n"},
		{text + `<p>In the <span class=caption>legend</span> of the map</p>` + text, "In the legend of the map\n"},
	} {
		page := "<!DOCTYPE html><html lang=en><head><title>Tides</title></head><body><article><h1>Tides</h1>" + tt.src + "</article></body></html>"
		results, err := Read("in.html", []byte(page), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(results[0].Markdown); !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %q in\n%s", tt.src, tt.want, got)
		}
	}
}

// TestPictureWords takes a paragraph that begins with the word for a picture and its number for
// the caption or credit of the picture above it, and cuts off the label of a caption, in all languages.
func TestPictureWords(t *testing.T) {
	for _, d := range langdata.All() {
		if len(d.Import["frequent"]) == 0 || d.Like != "" {
			continue
		}
		if len(d.Import["picture"]) == 0 || len(d.Import["caption"]) == 0 {
			t.Errorf("%s: no words of captions", d.Tag)
			continue
		}
		word, whole := strings.CutSuffix(d.Import["picture"][0], "…")
		line := word + " 3: Aa bb"
		if whole {
			line = word + " Aa bb"
		}
		text := "<p>" + strings.Repeat(strings.Join(d.Import["frequent"][:12], " ")+" ", 3) + ".</p>"
		page := "<!DOCTYPE html><html lang=" + d.Tag + "><head><meta charset=utf-8><title>T</title></head><body><article><h1>T</h1>" + text + text + "<p><img src=b.jpg></p><p>" + line + "</p>" + text +
			"<figure><img src=c.jpg><figcaption>" + d.Import["caption"][0] + "Cc dd. " + d.Import["photo"][0] + "Ann Roe</figcaption></figure>" + text + "</article></body></html>"
		results, err := Read("in.html", []byte(page), Options{Lang: d.Tag})
		if err != nil {
			t.Fatal(err)
		}
		got := string(results[0].Markdown)
		if !strings.Contains(got, "Aa bb\"") || strings.Contains(got, "\n"+line) || !strings.Contains(got, "\"Cc dd.\"") {
			t.Errorf("%s: %s: %s", d.Tag, line, got)
		}
	}
	text := "<p>" + strings.Repeat("The tide comes in over the flats at four, and nobody in the village hears it. ", 4) + "</p>"
	for line, caption := range map[string]bool{
		"Fig. 3.2: The quay": true, "Figure 3a. The quay": true, "Plate 4 – The quay": true, "1. Figure: The quay": true,
		"Figure 3 shows the quay": false, "Pictures: they lie": false, "Picture this: a quay": false, "Platelet 3: a cell": false,
	} {
		page := "<!DOCTYPE html><html lang=en><head><title>T</title></head><body><article><h1>T</h1>" + text + "<p><img src=b.jpg></p><p>" + line + "</p>" + text + "</article></body></html>"
		results, err := Read("in.html", []byte(page), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(results[0].Markdown); strings.Contains(got, "\n"+strings.Replace(line, "1. ", "1\\. ", 1)+"\n") == caption {
			t.Errorf("%s: caption %t, got %s", line, caption, got)
		}
	}
}
