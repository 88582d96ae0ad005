INSERT INTO organizations (slug, id, name, time_zone, currency, created_on)
SELECT *
FROM values(
    'slug String, id String, name String, time_zone String, currency String, created_on Date',
    ('acme', 'org_acme', 'Acme', 'America/New_York', 'USD', '2021-03-02'),
    ('globex', 'org_globex', 'Globex', 'Europe/Berlin', 'EUR', '2022-09-19'),
    ('initech', 'org_initech', 'Initech', 'America/Los_Angeles', 'USD', '2024-01-08'),
    ('umbrella', 'org_umbrella', 'Umbrella', 'Europe/London', 'GBP', '2024-06-24'),
    ('hooli', 'org_hooli', 'Hooli', 'Asia/Tokyo', 'USD', '2024-11-11')
)
WHERE slug NOT IN (SELECT slug FROM organizations)
