package dialect

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
)

func (r *reader) lead() *book.Figure {
	if r.article.Lead == nil {
		r.article.Lead = &book.Figure{Image: &book.Image{}}
	}
	return r.article.Lead
}

// image takes the lead picture: a file, a table of it and its words, or the first of a list. A
// picture that stands behind another one is the one by which a site announces the article.
func (r *reader) image(v yaml.Value) bool {
	had := r.article.Lead != nil && r.article.Lead.Image.Src != ""
	switch v.Kind() {
	case yaml.Scalar:
		if had {
			return v.Line() == r.lead().Image.Src
		}
		r.lead().Image.Src = v.Line()
		return true
	case yaml.Map:
		if had {
			return false
		}
		return r.imageTable(v)
	case yaml.List:
		return len(v.Items()) > 0 && r.image(v.Items()[0]) && len(v.Items()) == 1
	}
	return false
}

// imageTable takes a picture and its words.
func (r *reader) imageTable(v yaml.Value) bool {
	all := true
	for _, e := range v.Entries() {
		switch name := strings.ToLower(e.Key); name {
		case "src", "path", "url", "image", "file", "filename":
			r.lead().Image.Src = scalar(e.Value)
		case "relative", "hidden", "hiddeninlist", "hiddeninsingle", "linkfullimages", "responsiveimages":
			// how Hugo's themes show it
		default:
			all = r.imageText(name, scalar(e.Value)) && all
		}
	}
	return all
}

// resources takes the lead image from the files of one of Hugo's page bundles,
// where a name says which file it is, and reports whether there are no other files.
func (r *reader) resources(v yaml.Value) bool {
	all := v.Kind() == yaml.List
	for _, item := range v.Items() {
		if item.Kind() != yaml.Map || !isLead(item) || r.lead().Image.Src != "" {
			all = false
			continue
		}
		for _, e := range item.Entries() {
			switch name := strings.ToLower(e.Key); {
			case name == "src":
				r.lead().Image.Src = scalar(e.Value)
			case name == "title" && len(r.lead().Caption) == 0:
				r.lead().Caption = draft.Text(scalar(e.Value))
			case name == "params":
				for _, p := range e.Value.Entries() {
					r.imageText(strings.ToLower(p.Key), scalar(p.Value))
				}
			}
		}
	}
	return all
}

// isLead reports whether a file of a bundle is named as the lead image.
func isLead(item yaml.Value) bool {
	for _, e := range item.Entries() {
		if strings.EqualFold(e.Key, "name") {
			name := strings.ToLower(scalar(e.Value))
			for _, lead := range []string{"feature", "cover", "header", "thumbnail", "hero", "lead"} {
				if strings.Contains(name, lead) {
					return true
				}
			}
		}
	}
	return false
}

// imageText takes words of the lead picture: the end of the key says which.
func (r *reader) imageText(name, value string) bool {
	name = alias.Plain(name)
	ends := func(ends ...string) bool {
		return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) })
	}
	switch {
	case value == "":
		return false
	case ends("alt", "alttext", "description"):
		r.lead().Image.Alt = value
	case ends("caption"):
		r.lead().Caption = draft.Text(value)
	case ends("credit", "credits", "attribution"):
		r.lead().Credit = draft.Text(value)
	default:
		return false
	}
	return true
}
