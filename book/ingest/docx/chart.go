package docx

// chart takes the figures of a chart, and reports whether there are any.
func (c *canvas) chart(id string) bool { return false }

// diagram takes the words of a diagram, and reports whether there are any.
func (c *canvas) diagram(id string) bool { return false }
