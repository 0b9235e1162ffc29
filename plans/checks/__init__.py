"""What a plan file must hold: one module a check. `plancmp.plans.checking` lists them.

A check takes a plan file and the library around it and yields what it finds wrong, in any order.
"""
