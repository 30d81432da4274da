package flow

import "octavo/book/typeset/document"

// Mute makes artifacts of the strips that were added since the flow had n entries: they are
// seen, and no voice reads them.
func (f *Flow) Mute(n int) {
	for _, e := range f.entries[n:] {
		if e.strip == nil {
			continue
		}
		for _, it := range e.strip.Items {
			if t, ok := it.(*document.Text); ok {
				t.Elem = nil
			}
		}
	}
}
