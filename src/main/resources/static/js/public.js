// What public pages do beyond plain HTML.
