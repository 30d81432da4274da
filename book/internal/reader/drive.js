// Drives the browser: opens the book in two reading systems and as plain
// documents, and prints what it found as JSON. Its one argument is a file of
// JSON that says what to expect; package reader writes it and judges the
// result.
'use strict'
const fs = require('fs')
const path = require('path')
const { chromium } = require('playwright-core')

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const measure = fs.readFileSync(job.measure, 'utf8')

const result = { faults: [], counts: {}, faces: {} }
const fault = (where, what) => result.faults.push({ where, what: String(what) })
const count = (what, n = 1) => { result.counts[what] = (result.counts[what] ?? 0) + n }

// What the user of a reading system chooses, as the reading systems set it.
const modes = {
  light: { ground: '#ffffff', ink: '#000000', link: '#0b4aa8' },
  sepia: { ground: '#f4ecd8', ink: '#4a3721', link: '#6b3a05' },
  dark: { ground: '#121212', ink: '#d6d6d6', link: '#9ecbff' },
}
const modeCSS = ({ ground, ink, link }) =>
  `html { background: ${ground} !important; color: ${ink} !important; } body { background: transparent; } a:link { color: ${link}; }`

// sheet opens a page of the browser that reports what goes wrong in it.
const sheet = async (browser, where, viewport, scale = 1) => {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, offline: false, serviceWorkers: 'block' })
  const page = await context.newPage()
  page.where = where
  page.on('console', m => { if (m.type() === 'error') fault(page.where, 'console: ' + m.text()) })
  page.on('pageerror', e => fault(page.where, 'error: ' + e.message))
  page.on('response', r => { if (r.status() >= 400) fault(page.where, `${r.status()} for ${r.url()}`) })
  await context.route(url => url.origin !== job.origin && !/^(blob|data|about):$/.test(url.protocol), route => {
    fault(page.where, 'a request to the outside: ' + route.request().url())
    return route.abort()
  })
  return page
}

const compare = (where, what, got, want) => {
  if (got === want) return
  let i = 0
  while (i < got.length && got[i] === want[i]) i++
  fault(where, `${what} differs at letter ${i}: shown “${got.slice(i, i + 60)}”, in the file “${want.slice(i, i + 60)}”`)
}

const each = (where, faults) => faults.forEach(f => fault(where, f))

// opened opens a reading system's page and the book in it.
const opened = async (page, system) => {
  page.where = system
  await page.goto(`${job.origin}/page/${system}.html`)
  await page.waitForFunction(() => globalThis.reader?.ready)
  const has = await page.evaluate(() => reader.open())
  for (const [what, n] of Object.entries({ sections: job.spine.length, toc: job.toc, pages: job.pages }))
    if (has[what] !== n) fault(system, `${has[what]} ${what}, not ${n}`)
}

// walk shows every document of the spine.
const walk = async (page, system) => {
  for (const [i, doc] of job.spine.entries()) {
    page.where = `${system} ${doc.path}`
    const got = await page.evaluate(i => reader.show(i), i)
    compare(page.where, 'the text', got.text, doc.text)
    if (got.title !== doc.title) fault(page.where, `title “${got.title}”, not “${doc.title}”`)
    each(page.where, got.faults)
    for (const f of got.faces) {
      const [face, state] = f.split(': ')
      if (state === 'error') fault(page.where, 'a font does not load: ' + face)
      if (state === 'loaded') (result.faces[system] ??= {})[face] = true
    }
    count(`${system} documents`)
  }
}

const navigate = async (page, system) => {
  page.where = `${system} contents`
  each(page.where, await page.evaluate(() => reader.contents()))
  page.where = `${system} pages`
  each(page.where, await page.evaluate(() => reader.pages()))
  page.where = `${system} search`
  const hits = await page.evaluate(word => reader.search(word), job.word.text)
  if (hits !== job.word.times) fault(page.where, `“${job.word.text}” is found ${hits} times, not ${job.word.times}`)
}

// notes has each note pop up.
const notes = async page => {
  for (const [i, doc] of job.spine.entries()) {
    if (!doc.notes?.length) continue
    page.where = `foliate ${doc.path} notes`
    const want = new Map(doc.notes.map(n => [n.id, n.text]))
    const called = new Set()
    for (const got of await page.evaluate(i => reader.notes(i), i)) {
      called.add(got.id)
      compare(page.where, `note ${got.id}`, got.text, want.get(got.id) ?? '')
      count('notes')
    }
    for (const id of want.keys()) if (!called.has(id)) fault(page.where, `nothing calls note ${id}`)
  }
}

const foliate = async browser => {
  const page = await sheet(browser, 'foliate', { width: 900, height: 1100 })
  await opened(page, 'foliate')
  await walk(page, 'foliate')
  await navigate(page, 'foliate')
  await notes(page)
  for (const size of ['100%', '200%']) {
    await page.setViewportSize({ width: 320, height: 568 })
    await page.evaluate(css => reader.style(css), `html { font-size: ${size} !important; }`)
    for (const [i, doc] of job.spine.entries()) {
      page.where = `foliate ${doc.path} at 320 px, text ${size}`
      each(page.where, await page.evaluate(i => reader.sliced(i), i))
      count('narrow pages')
    }
  }
  await page.context().close()
}

const epubjs = async browser => {
  const page = await sheet(browser, 'epubjs', { width: 900, height: 1100 })
  await opened(page, 'epubjs')
  await walk(page, 'epubjs')
  await navigate(page, 'epubjs')
  await page.context().close()
}

// The pages that a document is divided into, with the sizes of letters in hundredths: a
// small phone, a tablet, and a desktop with two columns.
const sheets = [[320, 568, [100, 200]], [768, 1024, [200]], [1200, 800, [100]]]

// paged shows the documents that have more than text in pages of several sizes.
const paged = browser => Promise.all(['foliate', 'epubjs'].map(async system => {
  for (const [width, height, percents] of sheets) {
    const page = await sheet(browser, system, { width, height })
    await opened(page, system)
    for (const percent of percents) {
      await page.evaluate(n => reader.size(n), percent)
      for (const [i, doc] of job.spine.entries()) {
        if (!doc.parts) continue
        page.where = `${system} ${doc.path} at ${width} by ${height} px, text ${percent}%`
        const { n, faults } = await page.evaluate(i => reader.divided(i), i)
        each(page.where, faults)
        count(`${system} parts`, n)
      }
    }
    await page.context().close()
  }
}))

// Rules of axe for which a document of a book is no web page: the reading
// system is the page, with its own landmarks, headings and ways to skip.
const notPages = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region', 'meta-viewport', 'skip-link']

// Rules for which axe leaves roles of DPUB-ARIA out of account: it takes a
// doc-footnote for a landmark, and forbids a doc-pagebreak its label.
const noDPUB = ['landmark-unique', 'aria-prohibited-attr']

// plain opens every document by itself: what a reading system without ideas
// of its own shows.
const plain = async browser => {
  const page = await sheet(browser, 'document', { width: 640, height: 900 })
  await page.addInitScript(measure)
  for (const doc of job.spine) {
    page.where = doc.path
    await page.setViewportSize({ width: 640, height: 900 })
    await page.goto(`${job.origin}/book/${doc.path}`)
    each(page.where, await page.evaluate(() => globalThis.measure.settled(document)))
    await judge(page, doc)
    await reflow(page, doc)
    await contrasts(page, doc)
    count('documents')
  }
  await page.context().close()
}

const judge = async (page, doc) => {
  await page.evaluate(axe)
  const got = await page.evaluate(async ([off, noDPUB]) => {
    const { passes, violations } = await axe.run(document, {
      resultTypes: ['violations'],
      elementRef: true,
      rules: Object.fromEntries(off.map(id => [id, { enabled: false }])),
    })
    const faults = []
    for (const v of violations)
      for (const n of v.nodes)
        if (!(noDPUB.includes(v.id) && /^doc-/.test(n.element.getAttribute('role') ?? '')))
          faults.push(`axe ${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`)
    return { passes: passes.length, faults }
  }, [notPages, noDPUB])
  count('axe passes', got.passes)
  each(doc.path, got.faults)
}

const reflow = async (page, doc) => {
  for (const [width, size] of [[320, '100%'], [640, '200%'], [320, '200%']]) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(size => { document.documentElement.style.fontSize = size }, size)
    page.where = `${doc.path} at ${width} px, text ${size}`
    each(page.where, await page.evaluate(() => globalThis.measure.sideways(document)))
    count('reflows')
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = '' })
}

const contrasts = async (page, doc) => {
  for (const [mode, colours] of Object.entries(modes)) {
    page.where = `${doc.path} in ${mode} mode`
    const tag = await page.addStyleTag({ content: modeCSS(colours) })
    const got = await page.evaluate(() => globalThis.measure.contrast(document))
    if (got.n > 0 && got.least < 4.5) fault(page.where, `contrast ${got.least.toFixed(2)}:1 at ${got.where}`)
    count('contrasts', got.n)
    each(page.where, await page.evaluate(() => globalThis.measure.vanished(document)))
    await tag.evaluate(el => el.remove())
  }
}

// The screens of which pictures are taken.
const screens = {
  light: { viewport: { width: 1000, height: 1200 }, scale: 1, mode: 'light' },
  dark: { viewport: { width: 1000, height: 1200 }, scale: 1, mode: 'dark' },
  sepia: { viewport: { width: 1000, height: 1200 }, scale: 1, mode: 'sepia' },
  phone: { viewport: { width: 390, height: 760 }, scale: 2, mode: 'light' },
  'phone-dark': { viewport: { width: 390, height: 760 }, scale: 2, mode: 'dark' },
  'e-reader': { viewport: { width: 600, height: 800 }, scale: 1.4, mode: 'light', css: 'html { filter: grayscale(1); }' },
}

// shoot takes pictures of the pages that a reader sees first, and of the first
// pages of the chapters.
const shoot = async browser => {
  for (const [name, s] of Object.entries(screens)) {
    const page = await sheet(browser, name, s.viewport, s.scale)
    await opened(page, 'foliate')
    await page.evaluate(css => reader.style(css), modeCSS(modes[s.mode]) + (s.css ?? '') +
      'aside[role="doc-footnote"] { display: block } html { font-size: 18px; }')
    await page.evaluate(c => { document.body.style.background = c }, modes[s.mode].ground)
    let n = 0
    for (const [i, doc] of job.spine.entries()) {
      await page.evaluate(i => reader.show(i), i)
      for (let turn = 0; turn < doc.shots; turn++) {
        if (turn) await page.evaluate(() => reader.turn())
        n++
        await page.screenshot({ path: path.join(job.shots, `${name}-${String(n).padStart(3, '0')}.png`) })
      }
    }
    count('pictures', n)
    await page.context().close()
  }
}

const main = async () => {
  const browser = await chromium.launch({
    executablePath: process.env.OCTAVO_BROWSER,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
  })
  const guard = suite => suite(browser).catch(e => fault(suite.name, 'ended early: ' + e.message))
  try {
    await Promise.all([foliate, epubjs, paged, plain].filter(s => job.suites.includes(s.name)).map(guard))
    if (job.shots) await guard(shoot)
  } finally {
    await browser.close()
  }
  process.stdout.write(JSON.stringify(result))
}

main().catch(e => { console.error(e); process.exit(1) })
