package locale

import "fmt"

// A day is a date in parts, with the name of its month.
type day struct {
	year, month, day int
	name             string
}

func dayFirst(d day) string  { return fmt.Sprintf("%d %s %d", d.day, d.name, d.year) }
func american(d day) string  { return fmt.Sprintf("%s %d, %d", d.name, d.day, d.year) }
func german(d day) string    { return fmt.Sprintf("%d. %s %d", d.day, d.name, d.year) }
func spanish(d day) string   { return fmt.Sprintf("%d de %s de %d", d.day, d.name, d.year) }
func eastAsian(d day) string { return fmt.Sprintf("%d年%d月%d日", d.year, d.month, d.day) }
func korean(d day) string    { return fmt.Sprintf("%d년 %d월 %d일", d.year, d.month, d.day) }

// french writes the first of a month as an ordinal.
func french(d day) string {
	if d.day == 1 {
		return fmt.Sprintf("1er %s %d", d.name, d.year)
	}
	return dayFirst(d)
}

// italian does so with the sign that Italian has for it.
func italian(d day) string {
	if d.day == 1 {
		return fmt.Sprintf("1º %s %d", d.name, d.year)
	}
	return dayFirst(d)
}

// portuguese does so too, and puts "de" between.
func portuguese(d day) string {
	if d.day == 1 {
		return fmt.Sprintf("1º de %s de %d", d.name, d.year)
	}
	return spanish(d)
}
