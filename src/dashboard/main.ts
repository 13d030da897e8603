const heading = document.createElement('h1');
heading.textContent = 'Housecount';
document.body.append(heading);
