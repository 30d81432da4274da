package docx

import (
	"octavo/book"
	"octavo/book/ingest/draft"
)

// definition adds a term or an explanation, as the styles of pandoc have them, to the list
// above it, or begins one. A paragraph of explanation is an explanation of its own: where
// another goes on, the document does not say.
func (b *builder) definition(st style, content []book.Inline) {
	var list *book.DefinitionList
	if len(b.out) > 0 {
		list, _ = b.out[len(b.out)-1].Block.(*book.DefinitionList)
	}
	term := st.is("definition term")
	if list == nil {
		if !term {
			b.add(&book.Paragraph{Content: content}, draft.None)
			return
		}
		list = &book.DefinitionList{}
		b.add(list, draft.None)
	}
	if n := len(list.Items); term && (n == 0 || len(list.Items[n-1].Details) > 0) {
		list.Items = append(list.Items, &book.Definition{})
	}
	d := list.Items[len(list.Items)-1]
	if term {
		content, _, _ = draft.Unstyle(content)
		d.Terms = append(d.Terms, content)
		return
	}
	d.Details = append(d.Details, []book.Block{&book.Paragraph{Content: content}})
}

// defined returns blocks with a list of definitions that lacks explanations as paragraphs.
func defined(list []draft.Block) []draft.Block {
	var out []draft.Block
	for _, bl := range list {
		d, ok := bl.Block.(*book.DefinitionList)
		if !ok || len(d.Items[len(d.Items)-1].Details) > 0 {
			out = append(out, bl)
			continue
		}
		last := d.Items[len(d.Items)-1]
		if d.Items = d.Items[:len(d.Items)-1]; len(d.Items) > 0 {
			out = append(out, bl)
		}
		for _, term := range last.Terms {
			out = append(out, draft.Block{Block: &book.Paragraph{Content: term}})
		}
	}
	return out
}
