// Opens the book in epub.js and does what a reader does with it.
(() => {
  const { ePub, measure } = globalThis
  const flat = list => (list ?? []).flatMap(x => [x, ...flat(x.subitems)])
  let book, rendition

  const pageList = () => book.pageList.pageList ?? []
  const shown = () => rendition.getContents()[0]

  // visit displays each address and checks that it is there.
  const visit = async list => {
    const faults = []
    for (const { href, label } of list) {
      try {
        await rendition.display(href)
      } catch (e) {
        faults.push(`“${label}” leads nowhere: ${href}: ${e.message}`)
        continue
      }
      const { document: doc, sectionIndex } = shown()
      const section = book.spine.get(href.replace(/#.*/, ''))
      if (!section || section.index !== sectionIndex) faults.push(`“${label}” leads to another document: ${href}`)
      const id = href.split('#')[1]
      if (id && !doc.getElementById(id)) faults.push(`“${label}”: no such place: ${href}`)
    }
    return faults
  }

  globalThis.reader = {
    async open() {
      book = ePub('/book.epub')
      await book.ready
      await book.loaded.navigation
      rendition = book.renderTo('area', { width: '100%', height: '100%', flow: 'paginated' })
      await rendition.display()
      return { sections: book.spine.length, toc: flat(book.navigation.toc).length, pages: pageList().length }
    },
    async show(index) {
      await rendition.display(index)
      const { document: doc, sectionIndex } = shown()
      if (sectionIndex !== index) throw new Error(`section ${index} is not shown`)
      const faults = await measure.settled(doc)
      return { text: measure.text(doc.body), faces: measure.faces(doc), faults, title: doc.title }
    },
    async divided(index) {
      await rendition.display(index)
      await measure.settled(shown().document)
      return measure.divided(shown().document)
    },
    size(percent) { rendition.themes.fontSize(percent + '%') },
    contents: () => visit(flat(book.navigation.toc)),
    pages: () => visit(pageList().map(p => ({ href: p.href, label: p.page }))),
    async search(query) {
      let n = 0
      for (const section of book.spine.spineItems) {
        await section.load(book.load.bind(book))
        n += section.find(query).length
        section.unload()
      }
      return n
    },
    ready: true,
  }
})()
