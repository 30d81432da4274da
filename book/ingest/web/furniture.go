package web

import "slices"

// A furnitureKind is what stands on pages beside their articles, and the names that say so.
type furnitureKind struct {
	what string // for an editor
	// names are of the page wherever they stand; loose ones unless there is prose below them,
	// since some systems name text for subscribers by the paywall that hides it.
	names, loose []string
}

// Kinds that other signs than names tell, too.
const (
	ofReaders  = "readers' comments"
	otherLinks = "links to other articles"
	buttons    = "buttons"
)

// furnitureKinds are the kinds that names tell.
var furnitureKinds = []furnitureKind{
	{ofReaders, []string{"comments", "comments section", "comment list", "comment respond"}, []string{"comment count", "comments count"}},
	{otherLinks, []string{"related", "recommended", "recommendations", "jp relatedposts", "outbrain", "taboola", "popular", "trending", "most read", "read next", "more on", "post navigation", "nav links", "nextprev", "prevnext", "pagination", "pager", "rich link"},
		[]string{"read more"}},
	{"calls to subscribe", []string{"newsletter"}, []string{"subscribe", "subscription", "subscriptions", "signup", "sign up", "mailing list", "paywall", "login"}},
	{buttons, nil, []string{"share", "sharing", "social", "sharedaddy", "print only", "toolbar", "reactions", "follow button", "follow author", "follow link", "author follow", "share count", "edit link", "audio player", "listen", "search form"}},
	{"advertising", nil, []string{"promo", "promotion", "ad", "ads", "advert", "advertisement", "adsbygoogle", "sponsored", "sponsor", "banner"}},
	{"menus and tags", []string{"nav", "navigation", "menu", "breadcrumb", "breadcrumbs", "tagcloud", "sidebar", "widget", "cookie", "cookies", "consent", "gdpr", "site footer", "site header", "masthead", "toc", "table of contents", "mw editsection", "site sub"},
		[]string{"tags", "tag list", "entry tags", "post tags", "cat links", "tags links", "modal", "popup", "overlay"}},
	{"labels for machines", nil, machineNames},
}

// machineNames are names of what a page has for programs that read it aloud, and of signs.
var machineNames = []string{"skip link", "screen reader text", "screen reader", "sr only", "visually hidden", "assistive text", "callout emoji", "callout icon"}

// furniture and clutter are the names of all kinds, and the loose ones.
var furniture, clutter = func() (firm, loose []string) {
	for _, k := range furnitureKinds {
		firm, loose = append(firm, k.names...), append(loose, k.loose...)
	}
	return firm, loose
}()

// kindOf returns which kind of furniture an element is by its own names, "" for none.
func kindOf(e *el) string {
	i := slices.IndexFunc(furnitureKinds, func(k furnitureKind) bool { return e.named(k.names) || e.named(k.loose) })
	if i >= 0 {
		return furnitureKinds[i].what
	}
	if isRelated(e) {
		return otherLinks
	}
	if isDiscussion(e) {
		return ofReaders
	}
	return ""
}
