"""Pools of first names and surnames, hard on purpose, that build.py combines at random into people who do not exist."""


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``; an underscore stands for a space inside a name."""
    return tuple(word.replace("_", " ") for word in text.split())


FIRST_WOMEN = words(
    "Aïssata Aliénor Amélie Anaëlle Annaïg Apolline Armelle Axelle Bérengère Bérénice Blandine Capucine Célimène "
    "Chloé Clémence Clothilde Cosima Delphine Domitille Édith Églantine Éléonore Éliette Élodie Emmanuelle Enora "
    "Estelle Eulalie Fanchon Faustine Françoise Gaëlle Ghislaine Graziella Guénola Gwénaëlle Hélène Héloïse Hermine "
    "Inès Iseult Jeannine Joëlle Kadiatou Karima Katalin Léonie Leïla Ludivine Maëlys Maïa Maïté Marie-Ange "
    "Marie-Cécile Marie-Noëlle Mélusine Mireille Nadège Naïma Nolwenn Océane Odile Ombeline Ondine Perrine Pétronille "
    "Philippine Quitterie Raphaëlle Roxane Sébastienne Séverine Sidonie Solène Soizic Tatiana Thaïs Ursule Véronique "
    "Violaine Xavière Yaël Yolaine Zélie Zoé Anne-Sophie Marie-Thérèse Anne-Gaëlle Lætitia Maÿlis"
)
FIRST_MEN = words(
    "Abdoulaye Aimé Anaël Anatole Anicet Ansgar Aristide Aurélien Aymeric Barnabé Bastian Benoît Bérenger Blaise "
    "Célestin Cédric Clément Côme Corentin Cyriaque Désiré Didier Edgar Éloi Élie Éric Étienne Eudes Évariste Fabien "
    "Félicien Firmin Florian François Frédéric Gaël Gaëtan Gérard Ghislain Gildas Goulven Guénolé Gwénolé Hervé "
    "Hippolyte Honoré Ibrahim Ignace Isaïe Jérémie Jérôme Joël Joachim Kévin Kilian Lancelot Léandre Léopold Loïc "
    "Lubin Maël Marc-Antoine Mathéo Médéric Melchior Michaël Moïse Nicéphore Noé Noël Octave Olivier Onésime Pacôme "
    "Pierrick Prosper Quentin Raphaël Rémi René Romaric Sébastien Siméon Stéphane Sylvère Tancrède Théophane Tristan "
    "Tugdual Ulysse Ugo Valère Vianney Wandrille Xabi Yannaël Yvon Zacharie Jean-Baptiste Jean-Noël Paul-Émile"
)

SURNAMES = words(
    # Accents, ligatures, diaereses.
    "Œuvrard Lebœuf Cœurjoly Vœgelin Bœspflug Marœuil Ysaÿe Haÿot Louÿsel Ferraÿ Bénéteau Crépinel Désormière Éguisier "
    "Évrardin Fléchillac Guérinot Hébrarde Jégado Kerdoncuf Lévesquier Mélinand Nérondel Ôbriot Pétrissans Quéméneau "
    "Rémusin Sénéchaud Thévenoud Ulmière Vézilier Châtaignoux Prêcheray Gâtinelle Bâchelard Rôlinat Maïsetti Naïbert "
    "Noëlat Raphaëllin Zoëgger Forçade Garçonnet Mouÿsset Deçeuninck "
    # Particles and apostrophes, straight and curly.
    "de_La_Rochemontière du_Plessis-Cormery d’Aubricourt d'Escorailles de_L’Estrapade Le_Goaziou Le_Bourvellec "
    "La_Fressange-Bougy de_Saint-Ouënne des_Essarts-Mirambel von_Hochfeldt van_der_Plaetsen O’Kerrien N’Dongala "
    "M’Bareck L'Hospitalier D’Almaïda Ter_Schelling di_Fontanella de’Carbuccini L’Hermitte-Vaux "
    # Breton, Basque, Alsatian, Corsican, overseas.
    "Kerbourc’h Plouzennec Trévidic Guivarc'h Kermorgant Quéméneur-Lostiz Etxegarayborda Iribarnegaray Goyhenetxea "
    "Uhaldeborde Mendiburutchea Schnœbelen Kœnigstein Wœhrlingen Büchelmeyer Schützenbach Zwingelstein "
    "Paolantonacci Colombanetti Santucciani Ottaviolli Rivoccetti Hoarelle Payetandy Virapoullayé Nativelou Tuamarii "
    "Wamytanou Bourabaré Maccadil Zandronisse "
    # Rarer surnames of everywhere.
    "Abrivard Aubertot Bachimont Barbotineau Bézuquier Bonnaventure Boutefeu Brindejoncs Cabrissac Chantefoin "
    "Charbonnelier "
    "Clapisson Cornefert Courtepaille Cressonnel Dardillac Delamotterie Desgranchamps Doucelin Épinoux Escoubleau "
    "Fauconnessart Foulquerie Frémissard Gaillardeau Girolleau Grandvarlet Hautecloque-Rieul Herbinière Houdemare "
    "Jolivart "
    "Jonquérière Labrousselle Lamarquise Lavergnas Malicornay Marchandise Merlancourt Montfleurin Moulinasse Nivernoux "
    "Orgelet-Dumas Pastourelin Peyrissaguet Pimprenel Poulaillon Quatrebarbes-Lhuys Quincampoil Rabastenx Rossignolet "
    "Roumégasse Sauvebelle Tournemaine Tranchevent Vaucresselle Verdurin Vieilleville Villeneuvette Wattripont "
    "Xaintray "
    "Yvernogeau Zermattin Amsellinck Bakarianne Benkhaloune Cissokhane Diarrassoubane Ferreirinha Ouedrango Traoréna "
    "Haddadène Ouazzanine Szczepanek Wojnarowicz Katsaridès Petrossianne Dos_Santeiro"
)

# (woman?, first name, surname): what a badge, a search or an encoding gets wrong.
SPECIAL_NAMES = (
    (True, "Marie-Françoise-Élisabeth", "de La Tour-Saint-Rémy d’Hautecombe-Villedieu"),
    (False, "Jean-Christophe-Emmanuel", "Vandenbrouckaert-Grandjean de Montalivert"),
    (True, "Łucja", "Wiśniowska-Żółkiew"),
    (False, "Øystein", "Bjørnsgård"),
    (True, "Þórdís", "Ólafsdóttirsen"),
    (False, "Ştefan", "Ţepeşanu"),
    (True, "Thị Hương", "Nguyễnh"),
    (False, "Bořivoj", "Dvořáčkin"),
    (True, "Gülşah", "Ağaoğlutürk"),
    (False, "İlker", "Çiçeklidağ"),
    (True, "Y", "Ô"),
    (False, "O", "Y"),
    (True, "Ève", "É"),
    (False, "", "Maïmonbrun"),
    (True, "A.", "Lœwenthalin"),
    (False, "X", "Von der Œttlingen"),
    (True, "ANNE-LAURE", "KERGUÉLÉNAN"),
    (False, "JEAN-MICHEL", "D’ARTIGUELONGUE"),
    (True, "maëlle", "le gallouédec"),
    (False, "Loi\u0308c", "Bre\u0301haudière"),  # decomposed accents, as pasted from a Mac
    (True, "Zoe\u0301", "L’Haÿdon"),
    (False, "Null", "Nonant"),
    (True, "Na", "True-Vérité"),
    (False, "Jean", "Martin-Martin"),
    (True, "Jeanne", "Martin Martin"),
    (False, "Martin", "Jean-Jeannot"),
    (True, "Charlie", "de"),
    (False, "Aÿmar", "Lÿon-Croÿssard"),
    (True, "Cœline", "Cœurdacier-Sœurette"),
    (False, "François-Xavier", "Le Floc’h-Tanguinel"),
    (True, "Maria do Céu", "Gonçalvinha de Araújão"),
    (False, "Sœren", "Hœgsberg"),
    (True, "Mā’ohi", "Teri’itahinui"),
    (False, "Ka’arava", "Tuʻiono"),
    (True, "Bénédicte", "Prêtre-à-l’Œuvre"),
    (False, "Gérard (dit Gégé)", "Plançonnet"),
    (True, "Clémence", "Bousquetier épouse Tréhoranteuc"),
    (False, "Paul", "Aubépin"),
    (True, "Paule", "Aubépin"),
    (False, "Paul", "Aubepin"),
    (True, "Anne", "Hiver"),
    (True, "Anne-Marie", "Louis"),
    (False, "Louis", "Anne-Marie"),
)
