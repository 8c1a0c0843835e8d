"""English words that are names as well: typed in lower case they are nearly always only words.

Hiding names asks for these. The list may be short of some: what it lacks is hidden more often, not
less. No word of it is left to be read when it stands with a capital.
"""

SMALL_WORDS = frozenset(
    """
    a about after all also am an and any are as at be been before but by can could do does for from
    had has have he her here him his how i if in into is it its me more my no nor not now of off on
    or our out over shall she should so some than that the their them then there these they this
    those to too under up us was we were what when where which who whom why with would yes yet you
    ab af al ap bin da de del den der di dos du el ibn la le mac mc ne ni o san st ter van von y
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Never a name by themselves when they are only a part of one: *by*, *the*, *van der*."""

COMMON_WORDS = SMALL_WORDS | frozenset(
    """
    abbot able alley angel apple april archer art ash august autumn baby back badger baker bank
    banks barber barker barn barr bass bath battle beach beadle bean bear beck bee beer bell
    bench berry best big bill birch bird bishop black blade blessing block bloom blue bolt bond
    bone book booth bow bowl box boy boys branch brand brick bridge bright broad brook brooks
    broom brother brown buck bull bunny burn burns bury bush butcher butler cab cage cane
    cannon care carpenter cart carter case cash castle chance chandler change chapel chapman
    charity chase cherry chief child children church clay clear clerk cliff clothier coal coast
    coats cock coffin cold collar combs commons constant cook cooper copper cotton court
    cousins cox crane craven cream cross crow crown cruise cullen curry cutler dale dance dawn
    day days deacon dean dear desire dial diamond dolly dove down drake draper drew drinkwater
    duke dust dyer each eagle early earth east easter easy ebony edge england english eve even
    ever every fair faith falls farm farmer fell fern few field fields finch fine fire first
    fish fisher fitch flag fleet fletcher flint flood flower foot force ford forest fortune
    foster fowler fox france frank freed freedom freeman french friend frost fuller gage gale
    game gap garden gardener gardner garland gate gates gay gem gentle german gift gill ginger
    glass glen glover go going gold golden good grace grain grand grant grass grave graves gray
    green grey grove guest guide gull gun guy hale hall hand hands harbour hardy hare harmony
    hart hat haven hawk hay head heal heath hedge help hence herd hero hill hills holder hole
    holiday holy home honey honour hood hook hooper hope hopper horn horner horse house huge
    hunt hunter ice iron ivory january jay jet jewel job jolly joy judge july june just justice
    keen keep keeper key kid king kings kite knight lacy lad lady lake lamb lamp lance land
    lane lark last lavender law lawn leaf leigh less liberty light lime lion list little lock
    loft long lord love low loyal luck lucky major mallow man march mark marks marsh master may
    mead meadow mean men mercer mercy merit merry mew mill miller mills mine minor mint miss
    mole monday monk moody moon moor moore morning moss most mother mount much mustard myrtle
    nail nation needle new newman news next nice night noble nomad none noon north nurse oak
    oaks ocean officer old one only opal orange orchard order owl own pace pack packer page
    pain palmer paradise parent paris park parker parks parson parsons pat patience patient
    peace peach peacock pearl peer people person pet petal pick pike pilgrim pine piper plant
    plum plumber pole police pond pool poor pope porter posh pot potter potts power precious
    price priest prince princess prior prosper prudence purple quay queen quick quiet quill
    rain ram raven ray read reader ready reed reef reeve regal rest reward rice rich riches
    ring rise river rivers road rob rock rod root rope rose rouse rowan royal rue rush rust sad
    sadler saffron sage sailor saint salt sand sands sandy saturday savage saviour sawyer
    scarlet sea seal season self sergeant sharp shaw shed shell shepherd ship short show silver
    singer sister skinner sky slack slade slater small smart smith snow sole soul south sparks
    sparrow spear speed spice spring sprite squire stack stag star stark starling steel steward
    still stock stone storm strange street strong style summer summers sun sunday sunny swain
    swallow swan sweet swift tanner teal tee temple tender thatcher thorn thursday tiger tiller
    time toll topaz town towns tree true trust try tucker tuesday turner usher vale valley vane
    verge very vicar victory vine vision wade wage wait walker wall walls ward warden warm
    warner water waters way weaver week well wells west wheeler white wild wilde will willow
    wills win winner winter winters wise wish wolf woman women wood woods woodward wool word
    worker world worth wren yard year york young
    """.split()  # noqa: SIM905 - as above
)
"""Left to be read in lower case, unless somebody who is talked about today is called that."""
