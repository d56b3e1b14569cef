"""What the names of institutions begin with, in both languages."""

from __future__ import annotations

HOUSES = (  # what the names of institutions begin with, in folded words
    r"(?:vice ?)?ministerio|min\. (?:de|del)\b|(?:vice ?)?ministry|secretaria (?:de|del|nacional de)\b|instituto"
    r"|institute"
    r"|direccion (?:general|nacional)|agencia|agency|servicio nacional|procuraduria|comision\b|commission\b|cancilleria"
    r"|embajada|embassy|consulado|universidad|organizacion|organization|defensoria|fiscalia|patronato"
    r"|consejo (?:nacional|superior|de)\b|registro nacional|policia (?:nacional|de)\b|junta nacional"
    r"|(?:corte|tribunal) (?:suprem[oa]|electoral|de)\b|contraloria|superintendencia|mision permanente|casa"
    r" presidencial"
    r"|(?:vice ?)?presidencia de la republica|asamblea (?:nacional|legislativa)|congreso (?:nacional|de la)\b"
    r"|municipalidad de|alcaldia de|cruz roja|caja costarricense|direccion de migracion y extranjeria$"
    r"|ejercito (?:de|nacional)|fuerza (?:naval|aerea)|banco central|academia (?:diplomatica|nacional|de)"
    r"|high commission of|royal canadian"
)
