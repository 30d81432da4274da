package finish

import (
	"testing"

	"octavo/book/typeset/document"
)

func TestTableAttributes(t *testing.T) {
	got := string(appendTable(nil, &document.Element{Type: "TH", Scope: "Row", Cols: 2, Rows: 3})) + ">>"
	if want := "<</O/Table/Scope/Row/ColSpan 2/RowSpan 3>>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := string(appendTable(nil, &document.Element{Type: "TD", Cols: 1})); got != "<</O/Table" {
		t.Errorf("got %s", got)
	}
}
