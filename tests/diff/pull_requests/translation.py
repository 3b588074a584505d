"""The retired catalogue journey of the sample in Dutch: other words, the same figures and references."""

CATALOGUE_IN_DUTCH = """\
---
title: Ik bestel schoenen uit de catalogus per telefoon
kind: buyer
market: b2c
state: current
status: retired
owner: e-commerce
reviewed: 2025-04-02
segment: [30-39]
goal: Vrijdag schoenen in huis
question: Hoe nemen klanten contact met ons op?
trigger: De herfstcatalogus ligt in de gang
length: 2d-8d
deal: 119 EUR
evidence: [i04]
tags: [shoes]
lang: nl
---
Ter herinnering bewaard. De bestellijn sloot in 2025, bij elf gesprekken per dag. Nu: [[journey:noor-runner/shoes-before-the-race]].

## Awareness
### De catalogus ligt in de gang {#catalogue}
- does: vouwt twee hoeken om
- emotion: +1 blij
- time: 20m
- worth: 2
- effort: 1

## Consideration
### Ik tel mijn geld en mijn tenen {#count}
- does: meet een voet op de tabel van bladzijde 4
- emotion: -1 twijfelend
- time: 10m
- worth: 2
- effort: 3

## Decision
### Ik bel het nummer op de bladzijde {#ring}
- does: wacht zes minuten, bestelt twee maten
- emotion: -1 ongeduldig
- touchpoint: phone-order-line
- channel: phone
- time: 9m
- wait: 5d
- next: exit "allebei te klein"
- worth: 2
- effort: 3

Zes minuten muziek en dan een vriendelijke man die nooit had gelopen. De lijn sloot in maart 2025, en vier mensen schreven om naar hem te vragen.
"""
