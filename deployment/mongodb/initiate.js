// Makes three mongod a replica set, and the collections and users of roles.json in it. Run by mongosh beside mongod-1, as often
// as one likes: what is there already is left, and the roles become again what roles.json says.
const fs = require('fs');
const secret = name => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();
const roles = JSON.parse(fs.readFileSync('/initiate/roles.json', 'utf8'));
const members = ['mongod-1:27017', 'mongod-2:27017', 'mongod-3:27017'];
const admin = db.getSiblingDB('admin');
const until = (what, holds) => {
  for (let seconds = 0; !holds(); seconds++) {
    if (seconds > 120) throw new Error('It did not come true that ' + what);
    sleep(1000);
  }
};

// While there is no user, whoever comes over loopback may make the first one; from then on nobody may without a password.
const loggedIn = () => {
  try {
    return admin.auth('admin', secret('mongodb-admin')).ok === 1;
  } catch (refused) {
    return false;
  }
};
if (!loggedIn()) {
  try {
    rs.initiate({_id: 'oel', members: [{_id: 0, host: members[0]}]});
  } catch (already) {
    if (already.codeName !== 'AlreadyInitialized') throw already;
  }
  until('mongod-1 takes writes', () => db.hello().isWritablePrimary);
  admin.createUser({user: 'admin', pwd: secret('mongodb-admin'), roles: ['root']});
  if (!loggedIn()) throw new Error('The administrator that was just made is not let in.');
}

const inSet = () => rs.conf().members.map(member => member.host);
for (const host of members) {
  if (!inSet().includes(host)) {
    // The set changes its own configuration once more after each member that came; until then another cannot be added.
    until(host + ' is a member', () => {
      try {
        rs.add(host);
      } catch (busy) {
        print(busy.message);
      }
      return inSet().includes(host);
    });
    until(host + ' follows', () => rs.status().members.some(member => member.name === host && member.stateStr === 'SECONDARY'));
  }
}

// The primary may be another one by now.
const set = new Mongo('mongodb://' + members.join(',') + '/?replicaSet=oel');
set.getDB('admin').auth('admin', secret('mongodb-admin'));
const ledger = set.getDB(roles.database);
// Whoever may make a collection or an index may make one whose documents expire: what the append-only ones need is made here.
for (const each of roles.collections) {
  if (!ledger.getCollectionNames().includes(each.collection)) ledger.createCollection(each.collection);
  for (const index of each.indexes) {
    const {key, ...options} = index;
    ledger.getCollection(each.collection).createIndex(key, options);
  }
}
for (const each of roles.roles) {
  const privileges = each.privileges.map(may =>
    ({resource: {db: roles.database, collection: may.collection}, actions: may.actions}));
  const known = ledger.getRole(each.role) !== null;
  ledger.runCommand({[known ? 'updateRole' : 'createRole']: each.role, privileges: privileges, roles: []});
  const user = {pwd: secret(each.role + '-password'), roles: [{role: each.role, db: roles.database}]};
  if (ledger.getUser(each.role) === null) {
    ledger.createUser({user: each.role, ...user});
  } else {
    ledger.updateUser(each.role, user);
  }
}
print('The replica set is whole, and its users may do what roles.json says.');
