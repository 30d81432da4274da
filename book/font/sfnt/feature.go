package sfnt

// HasFeature reports whether GSUB or GPOS lists the feature in any script.
func (f *Font) HasFeature(name string) bool {
	tag := uint32(MakeTag(name))
	for _, table := range [][]byte{f.Table("GSUB"), f.Table("GPOS")} {
		list := from(table, be16(table, 6))
		for i := range be16(list, 0) {
			if be32(list, 2+6*i) == tag {
				return true
			}
		}
	}
	return false
}
