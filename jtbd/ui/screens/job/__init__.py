"""Step 2: the job."""
