package picture

// Within returns the pixels of a picture file that a drawing holds, at a size that is at
// most its own: red, green, blue and alpha, which the colours are not multiplied with.
func Within(data []byte, width, height int) ([]uint8, error) {
	p, err := Probe("", data)
	if err != nil {
		return nil, err
	}
	px, err := load(p, min(width, p.Width), min(height, p.Height), nil)
	if err != nil {
		return nil, err
	}
	pix := make([]uint8, 4*px.width*px.height)
	for i := range px.width * px.height {
		copy(pix[4*i:], px.rgb[3*i:3*i+3])
		if pix[4*i+3] = 255; px.alpha != nil {
			pix[4*i+3] = px.alpha[i]
		}
	}
	return pix, nil
}
