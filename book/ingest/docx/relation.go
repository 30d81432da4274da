package docx

import (
	"net/url"
	"path"
	"strings"

	"octavo/book/markup/xmltree"
)

// A relation leads from a part to another, or out of the document.
type relation struct {
	// kind is the last part of its type: "styles". What stands before it differs
	// between the transitional and the strict form of the format.
	kind     string
	target   string // a path within the zip, or an address
	external bool
}

// relations are those of a part, by their ids.
type relations map[string]relation

// relations returns the relations of a part; part "" is the document as a whole.
func (p *pack) relations(part string) (relations, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	n, err := p.xml(name)
	if err != nil {
		return nil, err
	}
	out := relations{}
	for _, r := range n.All("Relationship") {
		rel := relation{kind: path.Base(r.Any("Type")), target: r.Any("Target"), external: r.Any("TargetMode") == "External"}
		if !rel.external {
			rel.target = partPath(part, rel.target)
		}
		out[r.Any("Id")] = rel
	}
	return out, nil
}

// partPath returns the path in the zip that a target leads to from a part.
func partPath(part, target string) string {
	if s, err := url.PathUnescape(target); err == nil {
		target = s
	}
	target, _, _ = strings.Cut(target, "#")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(path.Dir(part), target)
}

// of returns the part of a kind that is there, otherwise the usual name.
func (p *pack) of(rels relations, kind, usual string) string {
	found := ""
	for _, r := range rels {
		if r.kind != kind || r.external || !p.has(r.target) {
			continue
		}
		if found == "" || r.target < found {
			found = r.target
		}
	}
	return orElse(found, usual)
}

// mainPart returns where the text of the document is: where the document's relations or
// the types of its parts say, otherwise at the place that all tools use.
func (p *pack) mainPart() (string, error) {
	const usual = "word/document.xml"
	rels, err := p.relations("")
	if err != nil && !p.has(usual) {
		return "", err
	}
	if part := p.of(rels, "officeDocument", ""); part != "" {
		return part, nil
	}
	if p.has(usual) {
		return usual, nil
	}
	types, err := p.xml("[Content_Types].xml")
	if err != nil {
		return "", err
	}
	for _, o := range types.All("Override") {
		if t := o.Any("ContentType"); strings.Contains(t, "wordprocessingml") || strings.Contains(t, "ms-word") {
			if part := partPath("", o.Any("PartName")); strings.HasSuffix(t, ".main+xml") && p.has(part) {
				return part, nil
			}
		}
	}
	return usual, nil
}

// relationID returns the attribute of a name that is in the name space of
// relations: r:id and not w:id.
func relationID(attrs []xmltree.Attr, name string) string {
	for _, a := range attrs {
		if a.Name == name && (a.Space == "r" || strings.Contains(a.Space, "relationships")) {
			return a.Value
		}
	}
	return ""
}
