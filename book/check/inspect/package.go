package inspect

import (
	"net/url"
	"path"
	"strings"
)

// container reads META-INF, and reports whether there is a package document.
func (s *session) container() bool {
	const name = "META-INF/container.xml"
	if s.arc.byName[name] == nil {
		s.add(epubContainer, "", Place{}, "the archive has no %s", name)
		return false
	}
	root := s.tree(name)
	if root == nil {
		return false
	}
	s.encryption()
	s.appleOptions()
	for _, n := range root.find("urn:oasis:names:tc:opendocument:xmlns:container", "rootfile") {
		full := n.get("full-path")
		if t := n.get("media-type"); t != "application/oebps-package+xml" || full == "" {
			continue
		}
		if s.arc.byName[full] == nil {
			s.add(epubContainer, name, n.at.public(), "the package document %q is not in the archive", clip(full))
			return false
		}
		s.pub.Package = full
		return true
	}
	s.add(epubContainer, name, Place{}, "no rootfile names a package document")
	return false
}

// encryption tells which entries cannot be read. Fonts that are obfuscated
// stay what they are.
func (s *session) encryption() {
	const name = "META-INF/encryption.xml"
	s.pub.encryptedByPath = map[string]bool{}
	if s.arc.byName[name] == nil {
		return
	}
	root := s.tree(name)
	if root == nil {
		return
	}
	root.walk(func(n *node) {
		if n.name != "CipherReference" {
			return
		}
		uri, err := url.PathUnescape(n.get("URI"))
		if err != nil || s.pub.encryptedByPath[uri] {
			return
		}
		s.pub.encryptedByPath[uri] = true
		s.add(epubEncrypted, uri, Place{}, "the entry is encrypted and not checked")
	})
}

// appleOptions reads the options that Apple Books took before they were
// metadata.
func (s *session) appleOptions() {
	const name = "META-INF/com.apple.ibooks.display-options.xml"
	if s.arc.byName[name] == nil {
		return
	}
	if root := s.tree(name); root != nil {
		for _, n := range root.find("", "option") {
			if n.get("name") == "specified-fonts" && n.content() == "true" {
				s.pub.SpecifiedFonts = true
			}
		}
	}
}

// packageDocument reads the package document, and reports whether it could.
func (s *session) packageDocument() bool {
	root := s.tree(s.pub.Package)
	if root == nil {
		return false
	}
	if !root.is(nsOPF, "package") {
		s.add(epubVersion, s.pub.Package, root.at.public(), "the root is %s, not an OPF package", root.name)
		return false
	}
	p := s.pub
	p.Version = root.get("version")
	p.Lang, _ = root.lookup(nsXML, "lang")
	if !strings.HasPrefix(p.Version, "3.") {
		s.add(epubVersion, p.Package, root.at.public(), "the version is %q, not 3.0", clip(p.Version))
	}
	s.metaElements(root.first(nsOPF, "metadata"))
	s.identifier(root)
	s.manifest(root.first(nsOPF, "manifest"))
	s.spine(root.first(nsOPF, "spine"))
	if guide := root.first(nsOPF, "guide"); guide != nil {
		for _, n := range guide.find(nsOPF, "reference") {
			if t, ok := s.target(p.Package, n.get("href")); ok {
				p.Guide = append(p.Guide, &Point{Label: n.get("title"), Target: t, Types: []string{n.get("type")}, At: n.at.public()})
			}
		}
	}
	return true
}

// metaElements reads the metadata.
func (s *session) metaElements(n *node) {
	if n == nil {
		s.add(epubMetadata, s.pub.Package, Place{}, "the package has no metadata")
		return
	}
	p := s.pub
	p.PackageAt = n.at.public()
	for _, k := range n.kids {
		m := Meta{Value: k.content(), Refines: strings.TrimPrefix(k.get("refines"), "#"), ID: k.get("id"), At: k.at.public()}
		switch {
		case k.space == nsDC:
			m.Name = "dc:" + k.name
		case k.is(nsOPF, "meta") && k.get("property") != "":
			m.Name = k.get("property")
		case k.is(nsOPF, "meta"):
			m.Name, m.Value = k.get("name"), k.get("content")
		default:
			continue
		}
		p.Meta = append(p.Meta, m)
	}
	if v := p.Values("ibooks:specified-fonts"); len(v) > 0 && v[0] == "true" {
		p.SpecifiedFonts = true
	}
	p.Titles, p.Languages, p.Identifiers = p.Values("dc:title"), p.Values("dc:language"), p.Values("dc:identifier")
}

// identifier finds the identifier that the package calls its own.
func (s *session) identifier(root *node) {
	id := root.get("unique-identifier")
	for _, m := range s.pub.Meta {
		if m.Name == "dc:identifier" && m.ID == id && id != "" {
			s.pub.Identifier = m.Value
		}
	}
	if s.pub.Identifier == "" {
		s.add(epubIdentifier, s.pub.Package, root.at.public(), "unique-identifier names no dc:identifier with a value")
	}
}

func (s *session) manifest(n *node) {
	s.byID, s.at = map[string]*Item{}, map[string]*Item{}
	if n == nil {
		s.add(epubMetadata, s.pub.Package, Place{}, "the package has no manifest")
		return
	}
	for _, k := range n.find(nsOPF, "item") {
		s.item(k)
	}
	covers := s.pub.Values("cover")
	for _, it := range s.pub.Items {
		if it.Has("cover-image") || s.pub.Cover == nil && len(covers) > 0 && it.ID == covers[0] {
			s.pub.Cover = it
		}
	}
}

func (s *session) item(n *node) {
	p := s.pub
	it := &Item{ID: n.get("id"), MediaType: strings.TrimSpace(n.get("media-type")), Properties: strings.Fields(n.get("properties")),
		Fallback: n.get("fallback"), At: n.at.public()}
	if it.ID == "" || it.MediaType == "" {
		s.add(epubMetadata, p.Package, it.At, "an item has no id or no media-type")
	}
	if s.byID[it.ID] != nil {
		s.add(epubIDTwice, p.Package, it.At, "the id %q is given twice", clip(it.ID))
		return
	}
	s.byID[it.ID] = it
	p.Items = append(p.Items, it)
	href := n.get("href")
	if isRemote(href) {
		return
	}
	t, ok := s.target(p.Package, href)
	if !ok {
		s.add(epubLeak, p.Package, it.At, "the item %q leads out of the archive, or nowhere", clip(href))
		return
	}
	it.Path = t.Path
	if s.at[t.Path] != nil {
		s.add(epubItemTwice, p.Package, it.At, "%q stands in the manifest twice", clip(t.Path))
		return
	}
	s.at[t.Path] = it
	f := s.arc.byName[t.Path]
	if f == nil {
		s.add(epubItem, p.Package, it.At, "the file %q is not in the archive", clip(t.Path))
		return
	}
	it.present, it.Size = true, int64(f.UncompressedSize64)
}

func (s *session) spine(n *node) {
	p := s.pub
	if n == nil {
		s.add(epubSpine, p.Package, Place{}, "the package has no spine")
		return
	}
	seen := map[*Item]bool{}
	linear := false
	for _, k := range n.find(nsOPF, "itemref") {
		it := s.byID[k.get("idref")]
		switch {
		case it == nil:
			s.add(epubSpine, p.Package, k.at.public(), "the spine names %q, which the manifest has not", clip(k.get("idref")))
			continue
		case seen[it]:
			s.add(epubSpine, p.Package, k.at.public(), "the spine names %q twice", clip(it.ID))
			continue
		}
		seen[it] = true
		ref := SpineItem{it, k.get("linear") != "no"}
		linear = linear || ref.Linear
		p.Spine = append(p.Spine, ref)
		s.foreign(it, k)
	}
	if !linear {
		s.add(epubSpine, p.Package, n.at.public(), "the spine has no linear item")
	}
	p.HasNCX = s.ncxItem(n) != nil
}

// foreign reports an item of the spine that no reader has to show.
func (s *session) foreign(it *Item, ref *node) {
	for hop := it; hop != nil && hop.MediaType != ""; hop = s.byID[hop.Fallback] {
		if hop.MediaType == typeXHTML || hop.MediaType == typeSVG || hop.MediaType == "application/x-dtbook+xml" {
			return
		}
		if hop.Fallback == hop.ID || hop.Fallback == it.ID {
			break // it falls back to itself
		}
	}
	s.add(epubForeign, s.pub.Package, ref.at.public(), "%q in the spine is %s, and has no fallback", clip(it.ID), clip(it.MediaType))
}

// Media types.
const (
	typeXHTML = "application/xhtml+xml"
	typeSVG   = "image/svg+xml"
	typeNCX   = "application/x-dtbncx+xml"
	typeCSS   = "text/css"
)

// ncxItem is the item of the NCX, or nil.
func (s *session) ncxItem(spine *node) *Item {
	if spine != nil {
		if it := s.byID[spine.get("toc")]; it != nil && it.MediaType == typeNCX {
			return it
		}
	}
	for _, it := range s.pub.Items {
		if it.MediaType == typeNCX {
			return it
		}
	}
	return nil
}

// isRemote reports whether an address has a scheme, and so is no path.
func isRemote(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && (u.Scheme != "" || u.Host != "")
}

// target resolves an address that a document of the archive holds. It fails
// for a remote one and for one that leads out of the archive.
func (s *session) target(from, href string) (Target, bool) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		return Target{}, false
	}
	if u.Path == "" {
		return Target{from, u.Fragment}, true
	}
	full := path.Join(path.Dir(from), u.Path)
	if full == ".." || strings.HasPrefix(full, "../") {
		return Target{}, false
	}
	return Target{full, u.Fragment}, true
}
