"""Personal data in a record: who is named that holds no office in the act, and how to reach them; what each profile of
an export leaves of it. What is done is pseudonymisation or masking: who knows the commune may still recognise someone.
"""
