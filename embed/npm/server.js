// Where there is no page, as when a framework renders on its server, there is no element
// to define: the tag is written as it is, and comes to life in the browser.
