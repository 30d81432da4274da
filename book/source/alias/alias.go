// Package alias is the table of the keys that other tools have in the front matter of an
// article: Hugo, Jekyll, Hexo, Eleventy, Astro, Docusaurus, Zola, Quarto, pandoc, Ghost, Pelican, Nikola,
// Obsidian and Notion.
//
// In: the name of a key. Out: what the key stands for here. Package markdown reads
// chapters by the table, and package dialect articles that are imported, so that both
// know the same keys. Names are compared without capitals, hyphens, low lines and spaces:
// "featured_image" and "featuredImage" are one key.
//
// Invariant: the own keys of chapters stand for themselves.
package alias

import "strings"

// A Key says what a key stands for: a key of chapters by its name, or one of those below.
type Key string

// What has no key of its own in a chapter.
const (
	// Site is how the other tool makes its pages, and nothing of the article.
	Site Key = "(site)"
	// Table holds keys of the site's own.
	Table Key = "(table)"
	// Lead is the lead picture, or the picture by which a site announces the article.
	Lead Key = "(lead)"
	// LeadText is a text of that picture: the end of the name says which.
	LeadText Key = "(lead-text)"
	// Files are the files of a page, the lead picture among them.
	Files Key = "(files)"
	// Alias is a name or an address that the article has on its site, or had.
	Alias Key = "(alias)"
	// Address is where the article stands, or first stood, on the web.
	Address Key = "(address)"
	// Bio is the bio of the author.
	Bio Key = "(bio)"
	// Published is the day of publication, or whether the article is public at all.
	Published Key = "(published)"
)

// Find returns what a key stands for; "" for a key that nobody is known to write.
func Find(name string) Key { return table[Plain(name)] }

var plainer = strings.NewReplacer("-", "", "_", "", " ", "")

// Plain returns the name of a key as names are compared.
func Plain(name string) string { return plainer.Replace(strings.ToLower(name)) }

// table is made of names, by plain name.
var table = func() map[string]Key {
	t := map[string]Key{}
	for key, list := range names {
		if !strings.HasPrefix(string(key), "(") {
			t[Plain(string(key))] = key
		}
		for _, name := range strings.Fields(list) {
			t[name] = key
		}
	}
	return t
}()

// names are the keys of other tools, as their manuals and themes have them.
var names = map[Key]string{
	"title":       "headline posttitle pagetitle heading",
	"short-title": "linktitle sidebarlabel navtitle runningtitle titleshort menutitle toctitle sidebartitle",
	"subtitle": "description summary excerpt customexcerpt abstract standfirst dek deck hook lead lede tagline teaser blurb " +
		"metadescription intro sub subhead subheading strapline synopsis",
	"kicker":       "section category eyebrow rubric overline topic primarytag primarycategory",
	"authors":      "author byline creator by writer authorname postauthor writtenby primaryauthor guestauthor authoredby columnist reporter",
	"translators":  "translator translatedby",
	"contributors": "contributor",
	"date":         "publishdate publishedat publishedon publisheddate publishedtime pubdate pubdatetime datepublished created createdat creationdate datecreated posted postedat postdate firstpublished issued publicationdate dateofpublication releasedate datetime createdtime",
	"updated":      "lastmod lastmodified lastmodifiedat modified modifiedat datemodified updatedat updatedate updateddate updatedon lastupdated lastupdate moddatetime modifieddate dateupdated revised edited lastedited lasteditedtime lastupdatedat updatedtime modificationdate modifiedtime",
	"source":       "publication publisher site sourcename",
	"editors-note": "editornote",
	"image":        "",
	"lang":         "language locale",
	"math":         "mathjax katex usemath latex",
	"draft":        "isdraft",
	"publish":      "",
	"id":           "",

	Published: "published",
	Address:   "canonical canonicalurl originalurl permalinkurl url link externalurl canonicallink originallink sourcelink sourceurl",
	Alias:     "slug permalink aliases alias redirectfrom path pathname handle",
	Bio:       "bio authorbio",
	Table:     "params extra metadata meta taxonomies",
	Files:     "resources",
	Lead: "cover coverimage featuredimage featureimage thumbnail thumbnailimage thumb hero heroimage header headerimage headerimg ogimage " +
		"banner bannerimage leadimage teaserimage socialimage sharingimage cardimage poster indeximg postimage mainimage picture images imageurl featuredimg featureimg photo leadphoto headerphoto previewimage preview splashimage",
	LeadText: "imagealt imagecaption imagecredit coveralt covercaption covercredit coverimagealt featuredimagealt featuredimagecaption featureimagealt " +
		"featureimagecaption heroimagealt heroimagecaption caption thumbnailalt heroalt herocaption herocredit heroimagecredit featuredimagecredit featureimagecredit coverimagecaption coverimagecredit headerimagealt headerimagecaption headerimagecredit banneralt bannercaption bannercredit thumbnailcaption thumbnailcredit photocredit photocaption imagecredits imagedescription",
	Site: "tags tag categories keywords keyword weight order navorder position layout type template pagetemplate comments toc tocdepth numbersections " +
		"documentclass documentclassoption classoption geometry fontsize mainfont sansfont monofont linestretch papersize margintop marginbottom marginleft marginright " +
		"redirectto redirect cssclass cssclasses publishedstate status state featured featuredpost pinned pin sticky top toplevel robots noindex nofollow sitemap " +
		"menu menus nav navigation parent grandparent haschildren navexclude sidebar sidebarposition sidebarclassname sidebarcustomprops hidetitle hidetableofcontents " +
		"paginationnext paginationprev displayedsidebar customediturl unlisted series seriesorder seriesweight seriesindex readingtime readtime timetoread estimatedreadtime minutes wordcount " +
		"classes share sharing related relatedposts excerptseparator lastmodifiedby scripts styles css js head seo seotitle metatitle ogtitle ogdescription ogtype opengraph " +
		"twitter twittertitle twitterdescription twitterimage twittercard format formats execute jupyter engine kernel jupytext crossref output editor website filters theme highlightstyle codefold " +
		"codeinheader headerincludes includeinheader linkcitations visibility access uuid uid guid postid wordpressid ghostid zettelid eleventynavigation eleventyexcludefromcollections " +
		"eleventycomputed pagination outputs cascade build headless isheadless markup expirydate unpublishdate insertanchorlinks render insearchindex searchindex sortby paginateby " +
		"generatefeed icon emoji color colour difficulty lastreviewed contenttype kind collection collections domain " +
		"showtoc showdate showreadingtime showauthor showtags hidemeta hidesummary searchhidden disableshare shownavigation tocopen showbreadcrumbs " +
		"mermaid highlight codecopy password protected newsletter email emailonly rss feed index indexed archive archived " +
		"up down next prev previous breadcrumbs rating notetype createdby importid sourcefile disqusid disqus",
}
