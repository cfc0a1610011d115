"""The papers of a plan or warning: records of what they say, laid out as PDF, docx, CSV or CAP by replaceable templates.

Takes PlanProblem, Plan, order records, OrderMeta and Phrasebook, gives records and bytes. Imports what orders imports.
"""
