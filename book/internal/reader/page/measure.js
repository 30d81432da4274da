// What the test measures in a document, in whatever reading system shows it.
// Each function returns an array of faults as text, empty when all is well,
// unless it says otherwise.
(() => {
  const fold = s => s.replace(/[\s\u00a0]+/g, ' ').trim()

  // name is an element as the reader of a report finds it.
  const name = el => {
    const id = el.id ? '#' + el.id : ''
    const cls = el.getAttribute?.('class') ? '.' + el.getAttribute('class').split(/\s+/)[0] : ''
    return el.localName + id + cls + ' “' + fold(el.textContent ?? '').slice(0, 40) + '”'
  }

  // Elements that stand within a line; all others end words.
  const inline = new Set(('a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong ' +
    'sub sup time u var wbr').split(' '))

  // text is that of an element, with the alternative text of its images. The
  // test in Go reads the file in the same way.
  const text = root => {
    let s = ''
    const walk = n => {
      if (n.nodeType === 3) s += n.data
      else if (n.localName === 'img') s += n.getAttribute('alt') ?? ''
      const gap = n.nodeType === 1 && !inline.has(n.localName) ? ' ' : ''
      s += gap
      for (const k of n.childNodes) walk(k)
      s += gap
    }
    walk(root)
    return fold(s)
  }

  // texts yields the text nodes that are shown.
  function * texts(doc) {
    const walker = doc.createTreeWalker(doc.body, 4)
    for (let n; (n = walker.nextNode());)
      if (n.data.trim() && n.parentElement.getClientRects().length) yield n
  }

  const style = el => el.ownerDocument.defaultView.getComputedStyle(el)

  // region is the scroll region that an element stands in, or null.
  const region = el => {
    for (let p = el; p && p !== el.ownerDocument.body; p = p.parentElement)
      if (/^(auto|scroll)$/.test(style(p).overflowX)) return p
    return null
  }

  const short = s => fold(s).slice(0, 40)

  // outside calls bad with the rectangles of a text's words until it finds one,
  // and returns that one. Lines are tried first, since they are few; but a line
  // may end in a space that hangs over the edge, and is no fault.
  const outside = (n, bad) => {
    const range = n.ownerDocument.createRange()
    range.selectNodeContents(n)
    if (!Array.from(range.getClientRects()).some(bad)) return null
    for (const word of n.data.matchAll(/\S+/g)) {
      range.setStart(n, word.index)
      range.setEnd(n, word.index + word[0].length)
      for (const r of range.getClientRects()) if (bad(r)) return { word: word[0], right: Math.round(r.right), rect: r }
    }
    return null
  }

  // sideways finds what is wider than the window, or cut off at an edge.
  const sideways = doc => {
    const faults = []
    const page = doc.scrollingElement
    const width = doc.documentElement.clientWidth
    if (page.scrollWidth > width + 1)
      faults.push(`scrolls sideways: ${page.scrollWidth} px in a window of ${width} px`)
    for (const n of texts(doc)) {
      if (region(n.parentElement)) continue
      const out = outside(n, r => r.width > 0 && (r.right > width + 1 || r.left < -1))
      if (out) faults.push(`text beyond the edge, to ${out.right} px of ${width}: ${out.word} in “${short(n.data)}”`)
    }
    for (const el of doc.body.querySelectorAll('*')) {
      const s = style(el)
      const r = el.getBoundingClientRect()
      if (/^(hidden|clip)$/.test(s.overflowX) && el.scrollWidth > el.clientWidth + 1) faults.push('cut off: ' + name(el))
      if (/^(auto|scroll)$/.test(s.overflowX) && (r.right > width + 1 || r.left < -1))
        faults.push('a scroll region is wider than the window: ' + name(el))
      if (/^(auto|scroll)$/.test(s.overflowX) && el.scrollWidth > el.clientWidth + 1 && el.tabIndex < 0)
        faults.push('a scroll region that no key reaches: ' + name(el))
      if (/^(img|svg|figure)$/.test(el.localName) && r.width > 0 && !region(el) && (r.right > width + 1 || r.left < -1))
        faults.push(`wider than the window, to ${Math.round(r.right)} px of ${width}: ${name(el)}`)
    }
    return faults
  }

  // sliced finds lines of text that stand on two pages side by side. size is
  // the width of a page in pixels.
  const sliced = (doc, size) => {
    const faults = []
    for (const n of texts(doc)) {
      if (region(n.parentElement)) continue
      const cut = outside(n, r => r.width > 1 && Math.floor((r.left + 1) / size) !== Math.floor((r.right - 1) / size))
      if (cut) faults.push(`cut at the page's edge: ${cut.word} in “${short(n.data)}”`)
    }
    return faults
  }

  // columns are those that a document is divided into: how far from one to the next,
  // and the edges of the first. A page has one or two.
  const columns = doc => {
    const box = [doc.documentElement, doc.body].find(el => style(el).columnWidth !== 'auto')
    if (!box) return null
    const s = style(box)
    const px = name => parseFloat(s[name]) || 0
    const gap = px('columnGap'), area = box.clientWidth - px('paddingLeft') - px('paddingRight')
    const n = Math.max(1, Math.floor((area + gap) / (px('columnWidth') + gap)))
    const step = (area + gap) / n
    const left = box.getBoundingClientRect().left + px('paddingLeft')
    const top = box.getBoundingClientRect().top + px('paddingTop')
    return { step, left, right: left + step - gap, top, bottom: top + box.clientHeight - px('paddingTop') - px('paddingBottom') }
  }

  // beyond tells how a rectangle sticks out of the column that it begins in, "" for not.
  // The box of a text is higher than its line, by a fifth at most, as its ink is not.
  const beyond = (r, c, room = 0) => {
    const n = Math.floor((r.left + 1 - c.left) / c.step)
    const by = n * c.step, slack = 1.5 + n / 64 // browsers count in 64ths of a pixel
    const out = { foot: r.bottom - c.bottom - room, head: c.top - r.top - room, right: r.right - c.right - by, left: c.left + by - r.left }
    return Object.keys(out).filter(side => out[side] > slack).map(side => `by ${Math.round(out[side])} px at the ${side}`).join(', ')
  }

  // hidden is the one of some boxes that an element stands in, null for none.
  const hidden = (el, boxes) => boxes.find(box => box.contains(el)) ?? null

  // windows are the boxes of a document that show a part of what is in them.
  const windows = doc => Array.from(doc.body.querySelectorAll('*')).filter(el => {
    const s = style(el)
    return !(s.overflowX === 'visible' && s.overflowY === 'visible') &&
      (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)
  })

  // parts are what a page shows whole: the rows of tables and what stands in their cells,
  // pictures, formulas, lines of code.
  const parts = 'tr, th, td, img, math, pre, figcaption'

  // divided finds what no page shows whole, and captions on another page than their
  // picture, in a document in columns.
  const divided = doc => {
    const c = columns(doc)
    if (!c) return { n: 0, faults: ['the document stands in no columns'] }
    const faults = []
    const all = doc.body.querySelectorAll(parts), boxes = windows(doc)
    for (const el of all) {
      const out = Array.from(el.getClientRects(), r => r.width > 0 && r.height > 0 ? beyond(r, c) : '').find(Boolean)
      if (out) faults.push(`cut ${out}: ${name(el)}`)
      const box = hidden(el, boxes)
      if (box) faults.push(`out of sight within ${name(box)}: ${name(el)}`)
    }
    for (const n of texts(doc)) {
      const cut = r => beyond(r, c, r.height / 5)
      const out = outside(n, r => r.width > 0 && cut(r) !== '')
      if (out) faults.push(`cut ${cut(out.rect)}: ${out.word} in “${short(n.data)}”`)
    }
    for (const el of doc.body.querySelectorAll('figcaption')) {
      const [img, text] = [el.parentElement.querySelector('img'), el].map(e => e?.getClientRects()[0])
      if (img && Math.floor((img.left - c.left + 1) / c.step) !== Math.floor((text.left - c.left + 1) / c.step))
        faults.push('on another page than its picture: ' + name(el))
    }
    return { n: all.length, faults }
  }

  const channels = css => {
    const made = css.match(/^color\(srgb ([^)]*)\)$/) // of another colour
    if (made) {
      const [r, g, b, a = 1] = made[1].split(/[\s/]+/).map(Number)
      return [r * 255, g * 255, b * 255, a]
    }
    const m = css.match(/^rgba?\(([^)]*)\)$/)
    if (!m) return null
    const [r, g, b, a = 1] = m[1].split(/[\s,/]+/).map(Number)
    return [r, g, b, a]
  }
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3])).concat(1)
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const ratio = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p)
    return (x + 0.05) / (y + 0.05)
  }

  // ground is the colour that an element stands on.
  const ground = el => {
    const layers = []
    for (let p = el; p; p = p.parentElement) {
      const c = channels(style(p).backgroundColor)
      if (c && c[3] > 0) layers.push(c)
      if (c && c[3] === 1) break
    }
    return layers.reverse().reduce((below, c) => over(c, below), [255, 255, 255, 1])
  }

  // contrast returns the least contrast of text with its ground, the place of
  // it, and how many texts were measured.
  const contrast = doc => {
    let least = Infinity, where = '', n = 0
    for (const t of texts(doc)) {
      const el = t.parentElement
      const below = ground(el)
      let c = channels(style(el).webkitTextFillColor)
      if (!c) continue
      let alpha = c[3]
      for (let p = el; p; p = p.parentElement) alpha *= Number(style(p).opacity)
      c = over([c[0], c[1], c[2], alpha], below)
      const r = ratio(c, below)
      n++
      if (r < least) [least, where] = [r, name(el)]
    }
    return { least: n ? least : 0, where, n }
  }

  // vanished finds images that are transparent, and whose ink cannot be told
  // from the ground of the page: dark drawings in a dark mode.
  const vanished = async doc => {
    const faults = []
    for (const img of doc.querySelectorAll('img')) {
      if (!img.naturalWidth) continue // it is broken, as settled says
      const w = 160, h = Math.max(1, Math.round(w * img.naturalHeight / img.naturalWidth))
      const canvas = doc.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
      canvas.width = w
      canvas.height = h
      const g = canvas.getContext('2d', { willReadFrequently: true })
      g.drawImage(img, 0, 0, w, h)
      const data = g.getImageData(0, 0, w, h).data
      const below = ground(img)
      let ink = 0, lost = 0
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] < 128) continue
        ink++
        if (ratio([data[i], data[i + 1], data[i + 2]], below) < 3) lost++
      }
      if (ink < w * h * 0.95 && lost > ink / 2)
        faults.push(`${Math.round(100 * lost / Math.max(ink, 1))} % of a transparent image's ink is lost on the ground: ${img.getAttribute('src')}`)
    }
    return faults
  }

  // settled waits until fonts and images are there, and returns the images
  // that are not.
  const settled = async doc => {
    await doc.fonts.ready
    const broken = []
    await Promise.all(Array.from(doc.images, img => img.decode().catch(() => broken.push('image is not shown: ' + img.getAttribute('src')))))
    return broken
  }

  // faces lists the font faces of a document with their state.
  const faces = doc => Array.from(doc.fonts, f => `${f.family.replace(/["']/g, '')} ${f.weight} ${f.style}: ${f.status}`)

  globalThis.measure = { fold, text, sideways, sliced, divided, contrast, vanished, settled, faces, name }
})()
