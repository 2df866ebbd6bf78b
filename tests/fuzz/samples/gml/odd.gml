graph [ node [ label "no id" ] node [ id 1 id 2 ] edge [ source 1 ] edge [ source 1 target 9 ]
 a [ b [ c 1 ] ] node [ id 2 ] ]
graph [ ]
