"""Graph → one page of HTML that shows it; the page itself is made in `graph.view`."""

from graph.view.page import render as render
