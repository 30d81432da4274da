// Opens the book in foliate-js and does what a reader does with it.
import '/modules/foliate-js/view.js'
import { FootnoteHandler } from '/modules/foliate-js/footnotes.js'

const { measure } = globalThis
const view = document.createElement('foliate-view')
document.body.append(view)
let loaded
view.addEventListener('load', e => { loaded = e.detail })

// once resolves with the next event of a name, or fails when none comes.
const once = (target, type) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error(`no ${type} event`)), 10_000)
  target.addEventListener(type, e => { clearTimeout(timer); resolve(e) }, { once: true })
})

const flat = list => (list ?? []).flatMap(x => [x, ...flat(x.subitems)])

// seen tells whether what a link leads to is on the page that is shown.
const seen = target => {
  const { doc } = loaded
  const el = target.anchor ? target.anchor(doc) : 0
  if (el === 0) return '' // the document as a whole
  if (!el) return 'the target is not in the document'
  const frame = doc.defaultView.frameElement.getBoundingClientRect()
  const rects = Array.from(el.getClientRects?.() ?? [])
  const place = rects.length ? rects : [el.getBoundingClientRect()]
  const on = place.some(r => r.left + frame.left < innerWidth && r.right + frame.left >= 0 && r.top + frame.top <= innerHeight && r.bottom + frame.top >= 0)
  return on ? '' : 'the target is not on the page that is shown'
}

// visit goes to each of a list of links, and calls check with it.
const visit = async (list, check) => {
  const faults = []
  for (const item of list) {
    const target = await view.goTo(item.href)
    const index = target?.index
    if (index === undefined || loaded.index !== index) {
      faults.push(`“${item.label}” leads nowhere: ${item.href}`)
      continue
    }
    const fault = seen(target) || check(item)
    if (fault) faults.push(`“${item.label}” (${item.href}): ${fault}`)
  }
  return faults
}

const handler = new FootnoteHandler()
const popup = document.querySelector('#popup')
handler.addEventListener('before-render', e => popup.replaceChildren(e.detail.view))
view.addEventListener('link', e => {
  handler.handle(view.book, e)?.catch(err => console.error(err))
})

globalThis.reader = {
  async open() {
    await view.open('/book.epub')
    await view.renderer.next()
    return { sections: view.book.sections.length, toc: flat(view.book.toc).length, pages: flat(view.book.pageList).length }
  },
  style(css) { view.renderer.setStyles(css) },

  // show turns to a document and tells what is there.
  async show(index) {
    await view.goTo(index)
    if (loaded.index !== index) throw new Error(`section ${index} is not shown`)
    const { doc } = loaded
    const faults = await measure.settled(doc)
    return { text: measure.text(doc.body), faces: measure.faces(doc), faults, title: doc.title }
  },
  async sliced(index) {
    await view.goTo(index)
    await measure.settled(loaded.doc)
    return measure.sliced(loaded.doc, view.renderer.size)
  },
  async divided(index) {
    await view.goTo(index)
    await measure.settled(loaded.doc)
    return measure.divided(loaded.doc)
  },
  size(percent) { view.renderer.setStyles(`html { font-size: ${percent}% !important; }`) },
  contents: () => visit(flat(view.book.toc), () => ''),
  pages: () => visit(flat(view.book.pageList), item => {
    const at = view.lastLocation?.pageItem?.label
    return at === undefined ? 'the reader knows no page there' : ''
  }),

  // notes calls up each note of a document and returns the texts by id.
  async notes(index) {
    await view.goTo(index)
    const out = []
    for (const a of loaded.doc.querySelectorAll('a[role~="doc-noteref"]')) {
      const rendered = once(handler, 'render')
      a.click()
      const { detail } = await rendered
      await once(detail.view, 'relocate') // it is laid out and stands still
      const inner = detail.view.renderer.getContents()[0].doc
      out.push({ id: a.getAttribute('href').replace(/^.*#/, ''), text: measure.text(inner.body), hidden: detail.hidden })
      popup.replaceChildren()
      if (loaded.index !== index) await view.goTo(index)
    }
    return out
  },
  async search(query) {
    let n = 0
    for await (const r of view.search({ query, matchWholeWords: true })) n += r.subitems?.length ?? 0
    view.clearSearch()
    return n
  },
  turn: () => view.next(),
  goTo: index => view.goTo(index),
  goToLink: href => view.goTo(href),
}
globalThis.reader.ready = true
