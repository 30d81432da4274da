package docx

import (
	"strings"
	"testing"
)

// TestDrawings has what other programs draw in a document.
func TestDrawings(t *testing.T) {
	drawing := func(inner string) string {
		return p("", `<w:r><w:drawing><wp:inline>`+inner+`</wp:inline></w:drawing></w:r>`)
	}
	point := func(i, v string) string { return `<c:pt idx="` + i + `"><c:v>` + v + `</c:v></c:pt>` }
	more := parts{
		"word/_rels/document.xml.rels": `<R><Relationship Id="c" Type="x/chart" Target="charts/chart1.xml"/><Relationship Id="e" Type="x/chart" Target="charts/chart2.xml"/><Relationship Id="d" Type="x/diagramData" Target="diagrams/data1.xml"/>
<Relationship Id="s" Type="x/image" Target="media/quay.svg"/><Relationship Id="i" Type="x/image" Target="media/image1.png"/><Relationship Id="o" Type="x/image" Target="quay.png" TargetMode="External"/><Relationship Id="l" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></R>`,
		"word/media/quay.svg": `<svg/>`,
		"word/charts/chart1.xml": `<c:chartSpace><c:chart><c:title><c:tx><a:p><a:r><a:t>Ships a </a:t></a:r><a:r><a:t>year</a:t></a:r></a:p></c:tx></c:title><c:plotArea><c:barChart>
<c:ser><c:tx><c:strRef><c:strCache>` + point("0", "Skarne") + `</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>A1</c:f><c:strCache>` + point("0", "2024") + point("1", "2025") + `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>` + point("0", "0.30000000000000004") + point("1", "11") + `</c:numCache></c:numRef></c:val></c:ser>
<c:ser><c:tx><c:v>Vik</c:v></c:tx><c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode>` + point("1", "0.07") + `</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
		"word/charts/chart2.xml": `<cx:chartSpace><cx:chart><cx:title><cx:tx><cx:v>Ports</cx:v></cx:tx></cx:title></cx:chart></cx:chartSpace>`,
		"word/diagrams/data1.xml": `<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Council</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Harbour</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="3"/></dgm:ptLst>
<dgm:cxnLst><dgm:cxn srcId="0" destId="1"/><dgm:cxn srcId="1" destId="2"/><dgm:cxn srcId="2" destId="1"/><dgm:cxn srcId="0" destId="3"/><dgm:cxn type="presOf" srcId="1" destId="3"/></dgm:cxnLst></dgm:dataModel>`,
	}
	for _, tt := range []struct{ name, body, want, told string }{
		{"a chart", drawing(`<c:chart r:id="c"/>`), "table none right right\n  caption \"Ships a year\"\n  head  | \"Skarne\" | \"Vik\"\n  row \"2024\" | \"0.3\" | \n  row \"2025\" | \"11\" | \"7 %\"\n", "a chart is a table of its figures: \"Ships a year 2024\""},
		{"a chart without figures", p("", r("", "a")) + drawing(`<cx:chart r:id="e"/>`), "paragraph \"a\"\n", "a chart is left out: \"Ports\""},
		{"a chart that is not there", p("", r("", "a")) + drawing(`<wp:docPr descr="Ships"/><c:chart r:id="x"/>`), "paragraph \"a\"\n", "a drawing or chart is left out: \"Ships\""},
		{"a diagram", drawing(`<dgm:relIds r:dm="d"/>`), "bullets tight\n  item\n    paragraph \"Council\"\n    bullets tight\n      item\n        paragraph \"Harbour\"\n", "a diagram is a list of its words: \"Council Harbour\""},
		{"an SVG beside its pixels", drawing(`<wp:docPr descr="A quay"/><a:blip r:embed="i"><asvg:svgBlip r:embed="s"/></a:blip>`), "figure \"word/media/quay.svg\" alt \"A quay\"\n", ""},
		{"an SVG that is not there", drawing(`<a:blip r:embed="i"><asvg:svgBlip r:embed="x"/></a:blip>`), "figure \"word/media/image1.png\" alt \"\"\n", ""},
		{"a picture beside the document", drawing(`<a:blip r:link="o"/>`), "figure \"quay.png\" alt \"\"\n", ""},
		{"a picture that leads somewhere", drawing(`<wp:docPr descr="A quay"><a:hlinkClick r:id="l"/></wp:docPr><a:blip r:embed="i"/>`), "figure \"word/media/image1.png\" alt \"A quay\"\n  link(\"https://example.org/\": )\n", ""},
		{"a picture for its look", drawing(`<wp:docPr><x:decorative val="1"/></wp:docPr><a:blip r:embed="i"/>`), "figure decorative \"word/media/image1.png\" alt \"\"\n", ""},
		{"a picture that was cropped", drawing(`<pic:blipFill><a:blip r:embed="i"/><a:srcRect l="2000"/></pic:blipFill>`), "figure \"word/media/image1.png\" alt \"\"\n", "a picture that was cropped in Word is whole here: \"image1.png\""},
		{"text of shapes", drawing(`<lc:sp><lc:txBody><a:p><a:r><a:t>North</a:t></a:r></a:p><a:p/></lc:txBody></lc:sp>`), "paragraph \"North\"\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, more))
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, w := range a.Warnings {
				told = append(told, w.Message)
			}
			if got := printed(a); got != tt.want || strings.Join(told, "\n") != tt.told {
				t.Errorf("got\n%s%s\nwant\n%s%s", got, strings.Join(told, "\n"), tt.want, tt.told)
			}
		})
	}
}
