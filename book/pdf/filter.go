package pdf

// filterRows encodes samples, in rows of n bytes with bpp bytes a pixel, with
// the PNG filter for each row that leaves the smallest differences (PNG, clause
// 12.8): they compress best.
func filterRows(samples []byte, n, bpp int) []byte {
	if n <= 0 {
		return nil
	}
	out := make([]byte, 0, len(samples)/n*(n+1))
	above := make([]byte, n)
	var tries [5][]byte
	for i := range tries {
		tries[i] = make([]byte, n)
	}
	for ; len(samples) >= n; samples = samples[n:] {
		row := samples[:n]
		best := 0
		var least uint64
		for kind := range tries {
			cost := filterRow(tries[kind], row, above, bpp, kind)
			if kind == 0 || cost < least {
				best, least = kind, cost
			}
		}
		out = append(append(out, byte(best)), tries[best]...)
		above = row
	}
	return out
}

// filterRow writes the row under a filter and returns the sum of the
// magnitudes of the differences, taken as signed.
func filterRow(dst, row, above []byte, bpp, kind int) (cost uint64) {
	for i, v := range row {
		var left, corner byte
		if i >= bpp {
			left, corner = row[i-bpp], above[i-bpp]
		}
		var guess byte
		switch kind {
		case 1:
			guess = left
		case 2:
			guess = above[i]
		case 3:
			guess = byte((int(left) + int(above[i])) / 2)
		case 4:
			guess = paeth(left, above[i], corner)
		}
		d := v - guess
		dst[i] = d
		if d >= 128 {
			cost += uint64(256 - int(d))
		} else {
			cost += uint64(d)
		}
	}
	return cost
}

// paeth returns the neighbour nearest to left + up - corner.
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	dl, du, dc := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
	switch {
	case dl <= du && dl <= dc:
		return left
	case du <= dc:
		return up
	}
	return corner
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
