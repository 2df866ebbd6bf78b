# from an editor
Creator "yEd"
Version "2.2"
graph
[
  directed 1
  label "A &quot;small&quot; graph"
  node [ id 0 label "First &#233;" year 1999 score 1
    graphics [ x 10.5 y -2 fill "#aabbcc" w 30 ] ]
  node [ id 1 label "Second
line" score 2.5 year "n. d." ]
  node [ id 7 ]
  edge [ source 0 target 1 weight 3 label "cites" ]
  edge [ source 7 target 1 ]
]
